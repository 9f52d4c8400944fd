// What the screens about certificates have in common.
#pragma once

#include <string>
#include <string_view>

#include "app/form.h"
#include "app/registration/model.h"
#include "domain/certificate.h"
#include "ui/ui.h"

namespace laurel::ui {

/// The four fields by which certificates are looked for.
void certificate_search_fields(Ui& ui, const app::FormProblems& problems,
                               app::CertificateSearchDraft& draft);

/// The box that a certificate is ticked with; its label is seen where `has_label` says so.
void certificate_tick(Ui& ui, std::string_view number, std::string_view title, bool has_label,
                      app::CertificateSearchDraft& draft);

/// "Valid", "Expires soon", …, in its colour.
void certificate_badge(Ui& ui, std::string_view key, domain::CertificateState state);

}  // namespace laurel::ui

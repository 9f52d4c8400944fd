// What the screens about certificates have in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/form.h"
#include "app/registration/model.h"
#include "domain/certificate.h"
#include "protocol/dashboard.h"
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

/// A list of certificates, each with its state. The titles are headings of the level; every key
/// begins with `key`.
void certificate_summaries(Ui& ui, std::string_view key, std::string_view name,
                      const std::vector<protocol::CertificateSummary>& certificates, int level);

}  // namespace laurel::ui

// The certificates' screens.
#pragma once

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

void my_certificates_view(Ui& ui, const app::Model& model, app::certificates::CertificateSearchDraft& draft,
                          app::Actions& actions);
void certificate_view(Ui& ui, const app::Model& model, app::Actions& actions);
void proof_view(Ui& ui, const app::Model& model, app::Actions& actions);
void verification_view(Ui& ui, const app::Model& model, app::Actions& actions);

}  // namespace laurel::ui

// The accounts' screens.
#pragma once

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

void sign_in_view(Ui& ui, const app::Model& model, app::accounts::SignInDraft& draft, app::Actions& actions);
void registration_view(Ui& ui, const app::Model& model, app::accounts::RegistrationDraft& draft,
                       app::Actions& actions);
void certificates_view(Ui& ui, const app::Model& model, app::certificates::CertificateSearchDraft& draft,
                       app::Actions& actions);
void mail_sent_view(Ui& ui, const app::Model& model, const app::accounts::RegistrationDraft& draft,
                    app::Actions& actions);
void mail_link_view(Ui& ui, const app::Model& model, app::accounts::MailLinkDraft& draft,
                    app::Actions& actions);
void forgotten_password_view(Ui& ui, const app::Model& model, app::accounts::PasswordResetDraft& draft,
                             app::Actions& actions);
void new_password_view(Ui& ui, const app::Model& model, app::accounts::PasswordResetDraft& draft,
                       app::Actions& actions);
void devices_view(Ui& ui, const app::Model& model, app::Actions& actions);

}  // namespace laurel::ui

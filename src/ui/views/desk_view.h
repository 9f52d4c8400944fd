// The whole page: the frame around every screen, and the screen that the model shows.
#pragma once

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

/// Returns how high the footer is.
float desk_view(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions);

/// For the browser's tab and history: "Log in – my.ipma".
[[nodiscard]] std::string document_title(const app::Model& model);

// The screens of the program's later parts (app/part.h) and their titles; called through base::deferred
// alone.
void joining_screen(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions);
[[nodiscard]] std::string joining_title(const app::Model& model);
void desk_screen(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions);
[[nodiscard]] std::string desk_title(const app::Model& model);
void public_screen(Ui& ui, const app::Model& model, app::Actions& actions);
[[nodiscard]] std::string public_title(const app::Model& model);

// The screens, each in the file of its feature.
void landing_view(Ui& ui, const app::Model& model);
void registration_view(Ui& ui, const app::Model& model, app::RegistrationDraft& draft,
                       app::Actions& actions);
void certificates_view(Ui& ui, const app::Model& model, app::CertificateSearchDraft& draft,
                       app::Actions& actions);
void mail_sent_view(Ui& ui, const app::Model& model, const app::RegistrationDraft& draft,
                    app::Actions& actions);
void mail_link_view(Ui& ui, const app::Model& model, app::MailLinkDraft& draft,
                    app::Actions& actions);
void forgotten_password_view(Ui& ui, const app::Model& model, app::PasswordResetDraft& draft,
                             app::Actions& actions);
void new_password_view(Ui& ui, const app::Model& model, app::PasswordResetDraft& draft,
                       app::Actions& actions);
void sign_in_view(Ui& ui, const app::Model& model, app::SignInDraft& draft, app::Actions& actions);
void dashboard_view(Ui& ui, const app::Model& model, app::Actions& actions);
void my_certificates_view(Ui& ui, const app::Model& model, app::CertificateSearchDraft& draft,
                          app::Actions& actions);
void members_view(Ui& ui, const app::Model& model, app::DirectoryFilters& draft,
                  app::Actions& actions);
void member_view(Ui& ui, const app::Model& model, app::Actions& actions);
void profile_view(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions);
void devices_view(Ui& ui, const app::Model& model, app::Actions& actions);
void certificate_view(Ui& ui, const app::Model& model, app::Actions& actions);
void proof_view(Ui& ui, const app::Model& model, app::Actions& actions);
void verification_view(Ui& ui, const app::Model& model, app::Actions& actions);
void education_view(Ui& ui, const app::Model& model, app::Actions& actions);
void events_view(Ui& ui, const app::Model& model, app::Actions& actions);
void member_associations_view(Ui& ui, const app::Model& model, app::Actions& actions);
void organisations_view(Ui& ui, const app::Model& model, app::Actions& actions);
void search_view(Ui& ui, const app::Model& model, app::Actions& actions);
void text_view(Ui& ui, const app::Model& model, app::Actions& actions);
void mailbox_view(Ui& ui, const app::Model& model, app::Actions& actions);
void not_found_view(Ui& ui);
void opening_view(Ui& ui, const app::Model& model, app::Actions& actions);

// Around every screen.
void header_view(Ui& ui, const app::Model& model, app::SearchDraft& draft, app::Actions& actions);
void footer_view(Ui& ui, const app::Model& model, app::NewsletterDraft& draft,
                 app::Actions& actions);

}  // namespace laurel::ui

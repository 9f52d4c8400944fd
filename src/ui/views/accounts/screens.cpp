#include "ui/views/accounts/screens.h"

#include "app/messages.h"
#include "ui/views/accounts/views.h"

namespace laurel::ui::accounts {

using app::Message;
using app::say;

void joining_screen(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions) {
  switch (model.route.view) {
    case app::View::registration:
      return registration_view(ui, model, drafts.registration, actions);
    case app::View::certificates:
      return certificates_view(ui, model, drafts.certificates, actions);
    case app::View::mail_sent:
      return mail_sent_view(ui, model, drafts.registration, actions);
    case app::View::activation:
    case app::View::email_confirm:
    case app::View::newsletter_confirm:
    case app::View::newsletter_cancel:
      return mail_link_view(ui, model, drafts.mail_link, actions);
    case app::View::forgotten_password:
      return forgotten_password_view(ui, model, drafts.password_reset, actions);
    case app::View::new_password:
      return new_password_view(ui, model, drafts.password_reset, actions);
    default:
      return;  // another feature's
  }
}

std::string joining_title(const app::Model& model) {
  switch (model.route.view) {
    case app::View::registration:
      return say(Message::registration_title);
    case app::View::certificates:
      return say(Message::certificates_title);
    case app::View::mail_sent:
    case app::View::activation:
      return say(Message::activation_title);
    case app::View::forgotten_password:
      return say(Message::forgotten_title);
    case app::View::new_password:
      return say(Message::new_password_title);
    case app::View::email_confirm:
      return say(Message::email_confirm_title);
    case app::View::newsletter_confirm:
      return say(Message::newsletter_confirm_title);
    case app::View::newsletter_cancel:
      return say(Message::newsletter_cancel_title);
    default:
      return model.association.platform;
  }
}

void screen(Ui& ui, const app::Model& model, app::Drafts&, app::Actions& actions) {
  devices_view(ui, model, actions);
}

std::string title(const app::Model&) { return say(Message::devices_title); }

}  // namespace laurel::ui::accounts

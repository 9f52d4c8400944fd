#include <string>

#include "app/certificates/shown.h"
#include "app/messages.h"
#include "domain/person_name.h"
#include "ui/views/desk_view.h"

namespace laurel::ui {

using app::Message;
using app::say;

void interior_view(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions) {
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
    case app::View::dashboard:
      return dashboard_view(ui, model, actions);
    case app::View::my_certificates:
      return my_certificates_view(ui, model, drafts.my_certificates, actions);
    case app::View::members:
      return members_view(ui, model, drafts.directory, actions);
    case app::View::member:
      return member_view(ui, model, actions);
    case app::View::profile:
      return profile_view(ui, model, drafts, actions);
    case app::View::devices:
      return devices_view(ui, model, actions);
    case app::View::certificate:
      return certificate_view(ui, model, actions);
    case app::View::proof:
      return proof_view(ui, model, actions);
    case app::View::verification:
      return verification_view(ui, model, actions);
    case app::View::education:
      return education_view(ui, model, actions);
    case app::View::events:
      return events_view(ui, model, actions);
    case app::View::member_associations:
      return member_associations_view(ui, model, actions);
    case app::View::organisations:
      return organisations_view(ui, model, actions);
    case app::View::search:
      return search_view(ui, model, actions);
    case app::View::text:
      return text_view(ui, model, actions);
    case app::View::mailbox:
      return mailbox_view(ui, model, actions);
    case app::View::start:
    case app::View::sign_in:
    case app::View::not_found:
      return;  // desk_view.cpp shows them
  }
}

std::string interior_title(const app::Model& model) {
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
    case app::View::dashboard:
      return say(Message::dashboard_title);
    case app::View::my_certificates:
      return say(Message::certificates_mine);
    case app::View::member:
      if (model.member_page.content) {
        return domain::full_name(model.member_page.content->first_name,
                                 model.member_page.content->last_name);
      }
      return say(Message::members_title);
    case app::View::members:
      return say(Message::members_title);
    case app::View::profile:
      return say(Message::profile_title);
    case app::View::devices:
      return say(Message::devices_title);
    case app::View::certificate:
    case app::View::proof:
      if (app::is_unknown_certificate(model)) return say(Message::not_found_title);
      if (const auto* certificate = app::shown_certificate(model)) return certificate->title;
      break;
    case app::View::verification:
      return say(Message::verification_title);
    case app::View::education:
      return say(Message::education_title);
    case app::View::events:
      return say(Message::events_title);
    case app::View::member_associations:
      return say(Message::member_associations_title);
    case app::View::organisations:
      return say(Message::organisations_title);
    case app::View::search:
      return say(Message::search_title);
    case app::View::text:
      if (model.catalogue.text.content) return model.catalogue.text.content->title;
      break;
    case app::View::email_confirm:
      return say(Message::email_confirm_title);
    case app::View::newsletter_confirm:
      return say(Message::newsletter_confirm_title);
    case app::View::newsletter_cancel:
      return say(Message::newsletter_cancel_title);
    case app::View::mailbox:
      return say(Message::mailbox_title);
    case app::View::start:
    case app::View::sign_in:
    case app::View::not_found:
      break;  // desk_view.cpp names them
  }
  return model.association.platform;
}

}  // namespace laurel::ui

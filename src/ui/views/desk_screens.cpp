#include <string>

#include "app/certificates/shown.h"
#include "app/messages.h"
#include "domain/person_name.h"
#include "ui/views/desk_view.h"

namespace laurel::ui {

using app::Message;
using app::say;

void desk_screen(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions) {
  switch (model.route.view) {
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
    default:
      return;  // of another part
  }
}

std::string desk_title(const app::Model& model) {
  switch (model.route.view) {
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
    default:
      break;  // of another part
  }
  return model.association.platform;
}

}  // namespace laurel::ui

#include <string>

#include "app/messages.h"
#include "ui/views/desk_view.h"

namespace laurel::ui {

using app::Message;
using app::say;

void public_screen(Ui& ui, const app::Model& model, app::Actions& actions) {
  switch (model.route.view) {
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
    default:
      return;  // of another part
  }
}

std::string public_title(const app::Model& model) {
  switch (model.route.view) {
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
    case app::View::mailbox:
      return say(Message::mailbox_title);
    default:
      break;  // of another part
  }
  return model.association.platform;
}

}  // namespace laurel::ui

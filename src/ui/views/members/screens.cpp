#include "ui/views/members/screens.h"

#include "app/messages.h"
#include "domain/person_name.h"
#include "ui/views/members/views.h"

namespace laurel::ui::members {

using app::Message;
using app::say;

void screen(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions) {
  switch (model.route.view) {
    case app::View::members:
      return members_view(ui, model, drafts.member.directory, actions);
    case app::View::member:
      return member_view(ui, model, actions);
    case app::View::profile:
      return profile_view(ui, model, drafts.member, actions);
    default:
      return;  // another feature's
  }
}

std::string title(const app::Model& model) {
  switch (model.route.view) {
    case app::View::member:
      if (model.member.member_page.content) {
        return domain::full_name(model.member.member_page.content->first_name,
                                 model.member.member_page.content->last_name);
      }
      return say(Message::members_title);
    case app::View::members:
      return say(Message::members_title);
    case app::View::profile:
      return say(Message::profile_title);
    default:
      return model.association.platform;
  }
}

}  // namespace laurel::ui::members

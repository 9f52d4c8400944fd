#include "ui/views/desk_view.h"

#include <algorithm>
#include <string>

#include "app/keys.h"
#include "app/messages.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;

namespace {

/// While it is not known who is here, only the sign-in form can be shown.
bool is_opening(const app::Model& model) {
  return model.session.presence == app::Presence::unknown && app::needs_session(model.view);
}

void host_notices(Ui& ui, const app::Model& model) {
  const auto show = [&ui](std::string_view key, Message message) {
    column(ui, content_width, [&] {
      ui.layout().skip(space::medium);
      notice(ui, key, say(message));
    });
  };
  if (model.superseded) show("page/superseded", Message::problem_other_version);
  if (model.storage_denied) show("page/storage", Message::problem_storage_denied);
}

void screen(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions) {
  if (is_opening(model)) return opening_view(ui, model, actions);
  switch (model.view) {
    case app::View::sign_in:
      return sign_in_view(ui, model, drafts.sign_in, actions);
    case app::View::start:
    case app::View::dashboard:
      return dashboard_view(ui, model, actions);
    case app::View::not_found:
      return not_found_view(ui);
  }
}

Message title_of(const app::Model& model) {
  switch (model.view) {
    case app::View::sign_in:
      return Message::sign_in_title;
    case app::View::not_found:
      return Message::not_found_title;
    case app::View::start:
    case app::View::dashboard:
      break;
  }
  return Message::dashboard_title;
}

}  // namespace

void desk_view(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions) {
  header_view(ui, model, actions);
  group(ui, {.key = "page/main", .role = Role::main}, [&] {
    host_notices(ui, model);
    screen(ui, model, drafts, actions);
  });
  // The footer stands at the bottom of the window where the screen is short.
  constexpr float footer_height = 140;
  const float room = ui.view_height() - footer_height - ui.layout().y();
  ui.layout().skip(std::max(room, space::huge));
  footer_view(ui, model);
}

std::string document_title(const app::Model& model) {
  if (is_opening(model)) return model.association.platform;
  return say(title_of(model)) + " – " + model.association.platform;
}

void not_found_view(Ui& ui) {
  column(ui, content_width, [&] {
    ui.layout().skip(space::huge);
    heading(ui, {.key = app::page_title_key, .text = say(Message::not_found_title), .level = 1,
                 .style = TextStyle::title, .takes_focus = true});
    ui.layout().skip(space::small);
    paragraph(ui, {.key = "not_found/text", .text = say(Message::not_found_text)});
    ui.layout().skip(space::medium);
    link(ui, {.key = "not_found/home", .text = say(Message::not_found_home), .href = "#/"});
  });
}

}  // namespace laurel::ui

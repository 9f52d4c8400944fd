#include "ui/views/shell/navigation.h"

#include <string>
#include <vector>

#include "app/keys.h"
#include "app/messages.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;

namespace {

constexpr float row_height = 48;
constexpr float mark_thickness = 3;

struct Item {
  std::string key;
  std::string text;
  app::View view;
};

Message title_of(domain::Section section) {
  switch (section) {
    case domain::Section::education:
      return Message::education_title;
    case domain::Section::events:
      return Message::events_title;
    case domain::Section::member_associations:
      return Message::member_associations_title;
    case domain::Section::organisations:
      return Message::organisations_title;
  }
  return Message::not_found_title;
}

std::vector<Item> items_of(const app::Model& model) {
  std::vector<Item> items = {{"navigation/home", say(Message::navigation_home), app::View::start}};
  if (model.session.presence == app::Presence::signed_in) {
    items.push_back({"navigation/members", say(Message::members_title), app::View::members});
  }
  for (const domain::Section section : model.association.sections) {
    const app::View view = app::view_of(section);
    items.push_back({"navigation/" + app::fragment_of(view).substr(2), say(title_of(section)), view});
  }
  return items;
}

/// Where there is a row for the navigation, the header has the way to the profile.
std::vector<Item> menu_items_of(const app::Model& model) {
  std::vector<Item> items = items_of(model);
  if (model.session.presence == app::Presence::signed_in) {
    items.push_back({"navigation/profile", say(Message::profile_title), app::View::profile});
  }
  return items;
}

bool is_shown(const app::Model& model, app::View view) {
  const app::View shown = model.route.view;
  return shown == view || (view == app::View::start && shown == app::View::dashboard);
}

LinkSpec link_of(const app::Model& model, const Item& item, const std::string& href) {
  return {.key = item.key, .text = item.text, .href = href, .style = TextStyle::label,
          .tone = Tone::on_header, .underlined = false, .current = is_shown(model, item.view)};
}

/// The link to the very page that is shown changes no address: it closes the menu by itself.
void menu_link(Ui& ui, const app::Model& model, const Item& item, app::Actions& actions) {
  const std::string href = app::fragment_of(item.view);
  LinkSpec spec = link_of(model, item, href);
  spec.fills_width = true;
  if (href != app::fragment_of(model.route)) return link(ui, spec);
  if (action_link(ui, spec)) actions.push_back(app::MenuPressed{});
}

/// A line below the link to the page that is shown.
void current_mark(Ui& ui, const Rect& place) {
  ui.fill({place.x, place.bottom() - mark_thickness, place.width, mark_thickness},
          ui.palette().on_header);
}

/// The same in the menu, whose links lie below each other: at the row's start.
void current_mark_before(Ui& ui, const Rect& row) {
  constexpr float inset = space::small;
  ui.fill({row.x - space::small, row.y + inset, mark_thickness, row.height - 2 * inset},
          ui.palette().on_header);
}

}  // namespace

bool navigation_fits(const Ui& ui, const app::Model& model, float width) {
  float needed = -space::large;
  for (const Item& item : items_of(model)) {
    needed += ui.words().width_of(item.text, TextStyle::label) + space::large;
  }
  return needed <= width && !ui.is_narrow();
}

void navigation_row(Ui& ui, const app::Model& model) {
  const std::string name = say(Message::navigation_name);
  group(ui, {.key = "navigation", .role = Role::navigation, .name = name}, [&] {
    const float top = ui.layout().y();
    float inset = 0;
    for (const Item& item : items_of(model)) {
      const float width = ui.words().width_of(item.text, TextStyle::label) + 1;
      const Rect place{ui.layout().x() + inset, top, width, row_height};
      if (is_shown(model, item.view)) current_mark(ui, place);
      ui.layout().push(inset, width);
      ui.layout().skip((row_height - spec_of(TextStyle::label).line_height) / 2);
      link(ui, link_of(model, item, app::fragment_of(item.view)));
      ui.layout().pop_beside();
      inset += width + space::large;
    }
    ui.layout().skip(row_height);
  });
}

void search_form(Ui& ui, const Rect& place, app::catalogue::SearchDraft& draft, app::Actions& actions) {
  const std::string name = say(Message::search_submit);
  const float button_part = button_width(ui, name);
  const Rect frame{place.x, place.y, place.width - button_part - space::tight, place.height};
  const Rect beside{frame.end() + space::tight, place.y, button_part, place.height};
  group(ui, {.key = "header/searching", .role = Role::search, .name = name}, [&] {
    search_field(ui, {.key = app::keys::search, .name = name}, frame, draft.words);
    const ButtonSpec spec{.key = "header/search/submit", .text = name, .look = Look::in_header,
                          .submits = true};
    if (button_at(ui, spec, beside)) actions.push_back(app::SearchPressed{});
  });
}

void navigation_menu(Ui& ui, const app::Model& model, app::catalogue::SearchDraft& draft,
                     app::Actions& actions) {
  const Rect row = ui.layout().take(touch_target);
  search_form(ui, row, draft, actions);
  ui.layout().skip(space::tight);
  const std::string name = say(Message::navigation_name);
  group(ui, {.key = "navigation", .role = Role::navigation, .name = name}, [&] {
    for (const Item& item : menu_items_of(model)) {
      const float above = (row_height - spec_of(TextStyle::label).line_height) / 2;
      const Rect row{ui.layout().x(), ui.layout().y(), ui.layout().width(), row_height};
      if (is_shown(model, item.view)) current_mark_before(ui, row);
      ui.layout().skip(above);
      menu_link(ui, model, item, actions);
      ui.layout().skip(above);
    }
  });
  ui.layout().skip(space::tight);
}

}  // namespace laurel::ui

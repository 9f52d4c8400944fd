#include <string>

#include "app/accounts/requests.h"
#include "app/keys.h"
#include "app/messages.h"
#include "domain/person_name.h"
#include "ui/views/parts/trouble_view.h"
#include "ui/views/shell/navigation.h"
#include "ui/views/shell/views.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;

namespace {

constexpr float header_height = 68;
constexpr float corner_height = 44;

/// Lies over the header's name; seen only while it has the focus.
void skip_link(Ui& ui, app::Actions& actions) {
  const std::string text = say(Message::shell_skip);
  const TypeSpec& type = spec_of(TextStyle::body_strong);
  const Rect rect{space::medium, space::small, ui.words().width_of(text, TextStyle::body_strong) + 24,
                  header_height - 2 * space::small};
  const std::string_view key = "page/skip";
  Node node;
  node.key = key;
  node.role = Role::link;
  node.name = text;
  node.href = "#";
  node.style = TextStyle::body_strong;
  node.look = Look::reveal;
  node.align = Align::centre;
  node.pressable = true;
  node.rect = rect;
  node.has_rect = true;
  node.lines = {{text, false}};
  if (ui.has_focus(key)) {
    node.item = ui.item(key, rect).id;
    ui.fill(rect, ui.palette().surface, radius);
    ui.focus_ring(rect, radius, ui.palette().on_header);
    ui.text_line(text, node.style, {rect.x + 12, rect.y + (rect.height - type.line_height) / 2},
                 ui.palette().text);
  }
  ui.tree().add(std::move(node));
  if (ui.take_press(key)) actions.push_back(app::FocusAsked{std::string(app::keys::page_title)});
}

/// Returns where it ends.
float platform_name(Ui& ui, const app::Model& model, const Rect& bar) {
  const TypeSpec& type = spec_of(TextStyle::heading);
  const std::string& text = model.association.platform;
  const float width = ui.words().width_of(text, TextStyle::heading) + 1;
  ui.layout().push(0, width);
  ui.layout().skip((bar.height - type.line_height) / 2);
  link(ui, {.key = "header/home", .text = text, .href = "#/", .style = TextStyle::heading,
            .tone = Tone::on_header, .underlined = false});
  ui.layout().pop_beside();
  return bar.x + width;
}

/// The bar is filled from its end towards its start; `end` moves with it.
Rect take_at_end(float& end, const Rect& bar, float width, float height) {
  const Rect place{end - width, bar.y + (bar.height - height) / 2, width, height};
  end = place.x - space::small;
  return place;
}

ButtonSpec menu_button(const app::Model& model, std::string_view text) {
  return {.key = "header/menu", .text = text, .look = Look::in_header,
          .expanded = model.menu_open};
}

ButtonSpec sign_out_button(const app::Model& model, std::string_view text) {
  return {.key = "header/sign_out", .text = text, .look = Look::in_header,
          .busy = model.requests.is_pending(app::accounts::SignInPurpose::sign_out)};
}

/// One line of words that ends at `end`.
template <class Draw>
void line_at_end(Ui& ui, const Rect& bar, float& end, std::string_view text, TextStyle style,
                   const Draw& draw) {
  const float width = ui.words().width_of(text, style) + 1;
  const Rect place = take_at_end(end, bar, width, spec_of(style).line_height);
  ui.layout().push(place.x - bar.x, width);
  ui.layout().skip(place.y - bar.y);
  draw();
  ui.layout().pop_beside();
}

void member_name(Ui& ui, const app::Model& model, const Rect& bar, float& end) {
  const std::string name =
      domain::full_name(model.session.member.first_name, model.session.member.last_name);
  if (ui.words().width_of(name, TextStyle::body) > bar.width / 4) return;
  line_at_end(ui, bar, end, name, TextStyle::body, [&] {
    link(ui, {.key = "header/member", .text = name,
              .href = app::fragment_of(app::View::profile), .tone = Tone::on_header});
  });
}

void sign_in_link(Ui& ui, const Rect& bar, float& end) {
  const std::string text = say(Message::shell_sign_in);
  line_at_end(ui, bar, end, text, TextStyle::body_strong, [&] {
    link(ui, {.key = "header/sign_in", .text = text,
              .href = app::fragment_of(app::View::sign_in), .style = TextStyle::body_strong,
              .tone = Tone::on_header});
  });
}

/// Places are taken from the end, and drawn from the start: the focus goes as the eyes do.
void corner(Ui& ui, const app::Model& model, const Rect& bar, bool fits, app::Actions& actions) {
  float end = bar.end();
  const std::string menu = say(Message::navigation_menu);
  const std::string sign_out = say(Message::shell_sign_out);
  const auto place_of = [&](const std::string& text) {
    return take_at_end(end, bar, button_width(ui, text), corner_height);
  };
  const Rect menu_place = fits ? Rect{} : place_of(menu);
  if (model.session.presence == app::Presence::signed_in) {
    const Rect place = place_of(sign_out);
    if (fits) member_name(ui, model, bar, end);
    if (button_at(ui, sign_out_button(model, sign_out), place)) {
      actions.push_back(app::accounts::SignOutPressed{});
    }
  } else if (model.route.view != app::View::sign_in) {
    sign_in_link(ui, bar, end);
  }
  if (!fits && button_at(ui, menu_button(model, menu), menu_place)) {
    actions.push_back(app::MenuPressed{});
  }
}

}  // namespace

void header_view(Ui& ui, const app::Model& model, app::catalogue::SearchDraft& draft, app::Actions& actions) {
  const auto body = [&] {
    column(ui, content_width, [&] {
      const Rect bar{ui.layout().x(), ui.layout().y(), ui.layout().width(), header_height};
      const bool fits = navigation_fits(ui, model, bar.width);
      skip_link(ui, actions);
      const float after_name = platform_name(ui, model, bar) + space::large;
      if (fits) {
        constexpr float search_width = 300;
        search_form(ui, {after_name, bar.y + (bar.height - corner_height) / 2, search_width, corner_height},
                    draft, actions);
      }
      corner(ui, model, bar, fits, actions);
      ui.layout().skip(header_height);
      if (fits) {
        navigation_row(ui, model);
      } else if (model.menu_open) {
        navigation_menu(ui, model, draft, actions);
      }
    });
  };
  group(ui, {.key = "header", .role = Role::banner, .look = Look::header}, [&] {
    box(ui, 0, body, [&](const Rect& rect) { ui.fill(rect, ui.palette().header); });
  });
}

void opening_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  column(ui, content_width, [&] {
    ui.layout().skip(space::huge);
    const std::string& platform = model.association.platform;
    const auto trouble = model.session.trouble
                             ? model.session.trouble
                             : model.parts.trouble_of(app::part_of(model.route.view));
    const bool waits = !trouble;
    const std::string title =
        waits ? say(Message::shell_opening, {{"platform", platform}}) : platform;
    heading(ui, {.key = app::keys::page_title, .text = title, .level = 1,
                 .style = TextStyle::heading, .takes_focus = true});
    if (waits) return;
    ui.layout().skip(space::large);
    trouble_view(ui, "opening/problem", *trouble, actions);
  });
}

}  // namespace laurel::ui

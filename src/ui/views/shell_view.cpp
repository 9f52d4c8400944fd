#include <string>

#include "app/keys.h"
#include "app/messages.h"
#include "ui/views/desk_view.h"
#include "ui/views/trouble_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;

namespace {

constexpr float header_height = 68;

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

void platform_name(Ui& ui, const app::Model& model, const Rect& bar) {
  const TypeSpec& type = spec_of(TextStyle::heading);
  const std::string& text = model.association.platform;
  const float width = ui.words().width_of(text, TextStyle::heading);
  ui.layout().push(0, width + 1);
  ui.layout().skip((bar.height - type.line_height) / 2);
  link(ui, {.key = "header/home", .text = text, .href = "#/", .style = TextStyle::heading,
            .tone = Tone::on_header, .underlined = false});
  ui.layout().pop_beside();
}

void member_corner(Ui& ui, const app::Model& model, const Rect& bar, app::Actions& actions) {
  const std::string text = say(Message::shell_sign_out);
  const float width = button_width(ui, text);
  const bool busy = model.requests.is_pending(app::Purpose::sign_out);
  constexpr float height = 44;
  const Rect corner{bar.right() - width, bar.y + (bar.height - height) / 2, width, height};
  const std::string name = model.session.member.first_name + " " + model.session.member.last_name;
  const float name_width = ui.words().width_of(name, TextStyle::body);
  const bool room = !ui.is_narrow() && name_width < bar.width / 2;
  if (room) {
    ui.layout().push(corner.x - bar.x - name_width - space::large, name_width + 1);
    ui.layout().skip((bar.height - spec_of(TextStyle::body).line_height) / 2);
    paragraph(ui, {.key = "header/member", .text = name, .tone = Tone::on_header});
    ui.layout().pop_beside();
  }
  const ButtonSpec spec{.key = "header/sign_out", .text = text, .look = Look::in_header, .busy = busy};
  if (button_at(ui, spec, corner)) actions.push_back(app::SignOutPressed{});
}

void visitor_corner(Ui& ui, const Rect& bar) {
  const std::string text = say(Message::shell_sign_in);
  const TypeSpec& type = spec_of(TextStyle::body_strong);
  const float width = ui.words().width_of(text, TextStyle::body_strong);
  ui.layout().push(bar.width - width - 1, width + 1);
  ui.layout().skip((bar.height - type.line_height) / 2);
  link(ui, {.key = "header/sign_in", .text = text,
            .href = app::fragment_of(app::View::sign_in), .style = TextStyle::body_strong,
            .tone = Tone::on_header});
  ui.layout().pop_beside();
}

}  // namespace

void header_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  group(ui, {.key = "header", .role = Role::banner, .look = Look::header}, [&] {
    ui.fill({0, 0, ui.layout().width(), header_height}, ui.palette().header);
    const float top = ui.layout().y();
    column(ui, content_width, [&] {
      const Rect bar{ui.layout().x(), top, ui.layout().width(), header_height};
      skip_link(ui, actions);
      platform_name(ui, model, bar);
      if (model.session.presence == app::Presence::signed_in) {
        member_corner(ui, model, bar, actions);
      } else if (model.route.view != app::View::sign_in) {
        visitor_corner(ui, bar);
      }
      ui.layout().skip(header_height);
    });
  });
}

void footer_view(Ui& ui, const app::Model& model) {
  group(ui, {.key = "footer", .role = Role::contentinfo, .look = Look::footer}, [&] {
    rule(ui);
    column(ui, content_width, [&] {
      ui.layout().skip(space::large);
      paragraph(ui, {.key = "footer/address", .text = model.association.address,
                     .style = TextStyle::small, .tone = Tone::muted});
      ui.layout().skip(space::hair);
      link(ui, {.key = "footer/contact", .text = model.association.contact_email,
                .href = "mailto:" + model.association.contact_email, .style = TextStyle::small});
      ui.layout().skip(space::large);
    });
  });
}

void opening_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  column(ui, content_width, [&] {
    ui.layout().skip(space::huge);
    const std::string& platform = model.association.platform;
    const bool waits = !model.session.trouble;
    const std::string title =
        waits ? say(Message::shell_opening, {{"platform", platform}}) : platform;
    heading(ui, {.key = app::keys::page_title, .text = title, .level = 1,
                 .style = TextStyle::heading, .takes_focus = true});
    if (waits) return;
    ui.layout().skip(space::large);
    trouble_view(ui, "opening/problem", *model.session.trouble, actions);
  });
}

}  // namespace laurel::ui

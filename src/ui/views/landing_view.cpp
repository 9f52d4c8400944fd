#include <array>
#include <string>

#include "app/keys.h"
#include "app/messages.h"
#include "ui/views/desk_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;

namespace {

void points(Ui& ui) {
  constexpr std::array texts = {Message::landing_point1, Message::landing_point2,
                                Message::landing_point3, Message::landing_point4};
  group(ui, {.key = "landing/points", .role = Role::list}, [&] {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::string key = "landing/point" + std::to_string(i + 1);
      if (i > 0) ui.layout().skip(space::medium);
      const float top = ui.layout().y();
      ui.disc({ui.layout().x() + 6, top + 12}, 4, ui.palette().primary);
      ui.layout().push(space::large, ui.layout().width() - space::large);
      group(ui, {.key = key, .role = Role::listitem},
            [&] { paragraph(ui, {.key = key + "/text", .text = say(texts[i])}); });
      ui.layout().pop();
    }
  });
}

}  // namespace

void landing_view(Ui& ui, const app::Model& model) {
  constexpr float width = 680;
  column(ui, width, [&] {
    ui.layout().skip(ui.is_narrow() ? space::large : space::huge);
    heading(ui, {.key = app::keys::page_title,
                 .text = say(Message::landing_title, {{"platform", model.association.platform}}),
                 .level = 1, .style = TextStyle::display, .takes_focus = true});
    ui.layout().skip(space::small);
    paragraph(ui, {.key = "landing/lead",
                   .text = say(Message::landing_lead, {{"platform", model.association.platform},
                                                       {"association", model.association.name}}),
                   .tone = Tone::muted});
    ui.layout().skip(space::large);
    card(ui, {.key = "landing", .role = Role::region, .name = model.association.platform},
         [&] { points(ui); });
    ui.layout().skip(space::large);
    link_button(ui, {.key = "landing/start", .text = say(Message::landing_start),
                     .href = app::fragment_of(app::View::registration)});
    ui.layout().skip(space::medium);
    link(ui, {.key = "landing/sign_in", .text = say(Message::landing_sign_in),
              .href = app::fragment_of(app::View::sign_in)});
  });
}

}  // namespace laurel::ui

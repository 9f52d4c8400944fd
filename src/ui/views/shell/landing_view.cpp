#include "app/keys.h"
#include "app/messages.h"
#include "ui/views/shell/views.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;

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
         [&] { bullet_list(ui, "landing/points", model.association.welcome); });
    ui.layout().skip(space::large);
    link_button(ui, {.key = "landing/start", .text = say(Message::landing_start),
                     .href = app::fragment_of(app::View::registration)});
    ui.layout().skip(space::medium);
    link(ui, {.key = "landing/sign_in", .text = say(Message::landing_sign_in),
              .href = app::fragment_of(app::View::sign_in)});
  });
}

}  // namespace laurel::ui

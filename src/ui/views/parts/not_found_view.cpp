#include "ui/views/parts/not_found_view.h"

#include "app/keys.h"
#include "app/messages.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;

void not_found_view(Ui& ui) {
  column(ui, content_width, [&] {
    ui.layout().skip(space::huge);
    heading(ui, {.key = app::keys::page_title, .text = say(Message::not_found_title), .level = 1,
                 .style = TextStyle::title, .takes_focus = true});
    ui.layout().skip(space::small);
    paragraph(ui, {.key = "not_found/text", .text = say(Message::not_found_text)});
    ui.layout().skip(space::medium);
    link(ui, {.key = "not_found/home", .text = say(Message::not_found_home), .href = "#/"});
  });
}

}  // namespace laurel::ui

#include "ui/views/mailbox/screens.h"

#include "app/messages.h"
#include "ui/views/mailbox/views.h"

namespace laurel::ui::mailbox {

using app::Message;
using app::say;

void screen(Ui& ui, const app::Model& model, app::Drafts&, app::Actions& actions) {
  mailbox_view(ui, model, actions);
}

std::string title(const app::Model&) { return say(Message::mailbox_title); }

}  // namespace laurel::ui::mailbox

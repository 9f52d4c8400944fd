#include "ui/views/dashboard/screens.h"

#include "app/messages.h"
#include "ui/views/dashboard/views.h"

namespace laurel::ui::dashboard {

using app::Message;
using app::say;

void screen(Ui& ui, const app::Model& model, app::Drafts&, app::Actions& actions) {
  dashboard_view(ui, model, actions);
}

std::string title(const app::Model&) { return say(Message::dashboard_title); }

}  // namespace laurel::ui::dashboard

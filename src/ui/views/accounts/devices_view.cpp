#include <string>

#include "app/accounts/requests.h"
#include "app/messages.h"
#include "ui/views/accounts/views.h"
#include "ui/views/parts/form_view.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;

namespace {

void day(Ui& ui, const std::string& key, Message message, base::Instant instant) {
  paragraph(ui, {.key = key, .text = say(message, {{"date", app::say_date(base::date_of(instant))}}),
                 .style = TextStyle::small, .tone = Tone::muted});
}

void device(Ui& ui, const app::Model& model, const protocol::SessionEntry& session,
            app::Actions& actions) {
  const std::string key = "device/" + session.session_id;
  group(ui, {.key = key, .role = Role::listitem}, [&] {
    paragraph(ui, {.key = key + "/name", .text = session.device, .style = TextStyle::body_strong});
    if (session.current) {
      ui.layout().skip(space::hair);
      badge(ui, {.key = key + "/current", .text = say(Message::devices_current)});
    }
    ui.layout().skip(space::tight);
    day(ui, key + "/since", Message::devices_since, session.signed_in);
    day(ui, key + "/last_used", Message::devices_last_used, session.last_seen);
    if (session.current) return;
    ui.layout().skip(space::small);
    const bool busy = model.requests.is_pending(app::accounts::Purpose::end_session) &&
                      model.member.devices.ending == session.session_id;
    const std::string text =
        busy ? say(Message::page_working)
             : say(Message::devices_sign_out, {{"device", session.device}});
    if (button(ui, {.key = key + "/sign_out", .text = text, .look = Look::quiet, .busy = busy})) {
      actions.push_back(app::accounts::DeviceSignOutPressed{session.session_id});
    }
  });
}

}  // namespace

void devices_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  const std::string title = say(Message::devices_title);
  column(ui, reading_width, [&] {
    page_title(ui, title, say(Message::devices_lead));
    form_summary(ui, model.member.devices.problems, actions);
    if (!model.member.devices.ended.empty()) {
      notice(ui, "devices/ended",
             say(Message::devices_ended, {{"device", model.member.devices.ended}}));
      ui.layout().skip(space::large);
    }
    loaded(ui, model.member.devices.sessions, actions, [&](const protocol::SessionsResponse& content) {
      card(ui, {.key = "devices", .role = Role::region, .name = title}, [&] {
        group(ui, {.key = "devices/list", .role = Role::list}, [&] {
          ruled(ui, content.sessions,
                [&](const protocol::SessionEntry& one) { device(ui, model, one, actions); });
        });
      });
    });
    ui.layout().skip(space::large);
    link(ui, {.key = "devices/profile", .text = say(Message::devices_profile),
              .href = app::fragment_of(app::View::profile)});
  });
}

}  // namespace laurel::ui

#include "app/accounts/devices/update.h"

#include <algorithm>

#include "app/accounts/requests.h"
#include "app/form.h"
#include "app/keys.h"
#include "app/send.h"

namespace laurel::app::accounts {

void open_devices(Model& model, Commands& commands) {
  model.devices.ended.clear();
  model.devices.problems = {};
  send(model, commands, Purpose::read_devices, protocol::sessions_list);
}

void devices_replied(Model& model, const Reply& reply) {
  take(model.devices.sessions, reply);
}

void device_sign_out_pressed(Model& model, Commands& commands,
                             const DeviceSignOutPressed& pressed) {
  if (model.requests.is_pending(Purpose::end_session)) return;
  model.devices.ended.clear();
  model.devices.problems = {};
  model.devices.ending = pressed.session_id;
  send_to(model, commands, Purpose::end_session, protocol::sessions_revoke,
          {model.association.id, pressed.session_id});
}

void device_signed_out(Model& model, Commands& commands, const Reply& reply) {
  const bool gone = is_done(reply) || is_problem(reply, protocol::ProblemCode::not_found);
  if (!gone) {
    return show_problems(model.devices.problems, commands, form_problems(reply, {}));
  }
  // A list that was asked for before may still name it.
  if (model.requests.is_pending(Purpose::read_devices)) {
    send(model, commands, Purpose::read_devices, protocol::sessions_list);
  }
  if (!model.devices.sessions.content) return;
  auto& sessions = model.devices.sessions.content->sessions;
  const auto ended = std::find_if(sessions.begin(), sessions.end(), [&](const auto& session) {
    return session.session_id == model.devices.ending;
  });
  if (ended == sessions.end()) return;
  model.devices.ended = ended->device;
  sessions.erase(ended);
  commands.push_back(MoveFocus{std::string(keys::page_title)});  // its button is gone
}

}  // namespace laurel::app::accounts

#include "app/accounts/devices/update.h"

#include <algorithm>

#include "app/accounts/requests.h"
#include "app/form.h"
#include "app/keys.h"
#include "app/send.h"

namespace laurel::app::accounts {

void open_devices(Model& model, Commands& commands) {
  model.member.devices.ended.clear();
  model.member.devices.problems = {};
  send(model, commands, Purpose::read_devices, protocol::sessions_list);
}

void devices_replied(Model& model, const Reply& reply) {
  take(model.member.devices.sessions, reply);
}

void device_sign_out_pressed(Model& model, Commands& commands,
                             const DeviceSignOutPressed& pressed) {
  if (model.requests.is_pending(Purpose::end_session)) return;
  model.member.devices.ended.clear();
  model.member.devices.problems = {};
  model.member.devices.ending = pressed.session_id;
  send_to(model, commands, Purpose::end_session, protocol::sessions_revoke,
          {model.association.id, pressed.session_id});
}

void device_signed_out(Model& model, Commands& commands, const Reply& reply) {
  const bool gone = is_done(reply) || is_problem(reply, protocol::ProblemCode::not_found);
  if (!gone) {
    return show_problems(model.member.devices.problems, commands, form_problems(reply, {}));
  }
  // A list that was asked for before may still name it.
  if (model.requests.is_pending(Purpose::read_devices)) {
    send(model, commands, Purpose::read_devices, protocol::sessions_list);
  }
  if (!model.member.devices.sessions.content) return;
  auto& sessions = model.member.devices.sessions.content->sessions;
  const auto ended = std::find_if(sessions.begin(), sessions.end(), [&](const auto& session) {
    return session.session_id == model.member.devices.ending;
  });
  if (ended == sessions.end()) return;
  model.member.devices.ended = ended->device;
  sessions.erase(ended);
  commands.push_back(MoveFocus{std::string(keys::page_title)});  // its button is gone
}

}  // namespace laurel::app::accounts

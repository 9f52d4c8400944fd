#include "app/transition.h"

namespace laurel::app {

void read_dashboard(Model& model, Commands& commands) {
  model.dashboard.trouble.reset();
  if (model.session.presence != Presence::signed_in) return;
  send(model, commands, Purpose::read_dashboard, protocol::dashboard_read);
}

void dashboard_replied(Model& model, Commands& commands, const Reply& reply) {
  if (left_with(model, commands, reply)) return;
  take(model.dashboard, reply);
}

}  // namespace laurel::app

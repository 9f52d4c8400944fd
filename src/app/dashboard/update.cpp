#include "app/transition.h"

namespace laurel::app {

void read_dashboard(Model& model, Commands& commands) {
  model.dashboard.trouble.reset();
  if (model.session.presence != Presence::signed_in) return;
  send(model, commands, Purpose::read_dashboard, protocol::dashboard_read);
}

void dashboard_replied(Model& model, Commands& commands, const Reply& reply) {
  if (auto content = content_of<protocol::DashboardResponse>(reply)) {
    model.dashboard.content = std::move(*content);
    return;
  }
  if (is_not_signed_in(reply)) return leave(model, commands, Message::sign_in_ended);
  model.dashboard.trouble = trouble_of(reply);
}

}  // namespace laurel::app

#include "app/dashboard/update.h"

#include "app/dashboard/requests.h"
#include "app/send.h"

namespace laurel::app::dashboard {

void open(Model& model, Commands& commands) {
  model.member.dashboard.trouble.reset();
  send(model, commands, Purpose::read_dashboard, protocol::dashboard_read);
}

void replied(Model& model, Commands&, const Request&, const Reply& reply) {
  take(model.member.dashboard, reply);
}

}  // namespace laurel::app::dashboard

#include "app/transition.h"

namespace laurel::app {

void read_mailbox(Model& model, Commands& commands) {
  model.mailbox.trouble.reset();
  send_to(model, commands, Purpose::read_mailbox, protocol::dev_mailbox, {});
}

void mailbox_replied(Model& model, const Reply& reply) { take(model.mailbox, reply); }

}  // namespace laurel::app

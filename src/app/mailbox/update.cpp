#include "app/mailbox/update.h"

#include "app/mailbox/requests.h"
#include "app/send.h"

namespace laurel::app::mailbox {

void open(Model& model, Commands& commands) {
  model.mailbox.trouble.reset();
  send_to(model, commands, Purpose::read_mailbox, protocol::dev_mailbox, {});
}

void replied(Model& model, Commands&, const Request&, const Reply& reply) { take(model.mailbox, reply); }

}  // namespace laurel::app::mailbox

#include "app/transition.h"

namespace laurel::app {

void public_pages_replied(Model& model, const Request& request, const Reply& reply) {
  switch (request.purpose) {
    case Purpose::read_verification:
      return verification_replied(model, reply);
    case Purpose::read_mailbox:
      return mailbox_replied(model, reply);
    default:
      return catalogue_replied(model, request.purpose, reply);
  }
}

void open_public_page(Model& model, Commands& commands) {
  switch (model.route.view) {
    case View::verification:
      return open_verification(model, commands);
    case View::mailbox:
      return read_mailbox(model, commands);
    default:
      return open_catalogue(model, commands);
  }
}

}  // namespace laurel::app

#include "service/mail/endpoints.h"

#include "service/mail/handlers.h"

namespace laurel::service::mail {

kernel::Endpoints endpoints() {
  return {
      kernel::bind<protocol::dev_mailbox>(read_dev_mailbox),
  };
}

}  // namespace laurel::service::mail

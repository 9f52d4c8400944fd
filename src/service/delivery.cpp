#include "service/delivery.h"

#include "service/newsletter/subscription.h"

namespace laurel::service {

base::Result<mail::Delivered> deliver_outbox(kernel::Services& services, ports::Mailer& mailer) {
  return mail::deliver_outbox(services, mailer, newsletter::is_subscribed);
}

}  // namespace laurel::service

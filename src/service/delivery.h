// Sending what the outbox holds.
//
//   const auto delivered = service::deliver_outbox(services, mailer);      // every few seconds
#pragma once

#include "ports/mailer.h"
#include "service/kernel/services.h"
#include "service/mail/outbox.h"

namespace laurel::service {

/// mail/outbox.h; newsletters go to those who have not unsubscribed meanwhile.
[[nodiscard]] base::Result<mail::Delivered> deliver_outbox(kernel::Services& services,
                                                           ports::Mailer& mailer);

}  // namespace laurel::service

// What the server does about mails beside answering requests: it empties the outbox
// (service/delivery.h), and reminds members before their certificates end (certificates/reminders.h).
//
//   RepeatedWork delivery([&] { return deliver_mails(services, mailer); });
//
// Each returns how long to wait until it is due again; failures go to the services' report.
#pragma once

#include <chrono>

#include "ports/mailer.h"
#include "service/kernel/services.h"

namespace laurel::server {

/// About every second, and at once while there are many.
[[nodiscard]] std::chrono::seconds deliver_mails(service::kernel::Services& services,
                                                 ports::Mailer& mailer);

/// Every hour.
[[nodiscard]] std::chrono::seconds remind_members(service::kernel::Services& services);

}  // namespace laurel::server

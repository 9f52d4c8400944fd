// What waits to be sent, and what nobody could be sent (service/mail/outbox_staff.h):
//
//   laurel-server mails list …
//   laurel-server mails retry --all …
#pragma once

#include "server/options.h"

namespace laurel::server {

[[nodiscard]] int list_mails(const Options& options);
[[nodiscard]] int retry_mails(const Options& options);

}  // namespace laurel::server

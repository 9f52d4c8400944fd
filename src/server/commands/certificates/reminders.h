// The mails that remind members before their certificates end (service/certificates/reminders.h):
//
//   laurel-server reminders [--dry-run] …
#pragma once

#include "server/options.h"

namespace laurel::server {

[[nodiscard]] int send_reminders(const Options& options);

}  // namespace laurel::server

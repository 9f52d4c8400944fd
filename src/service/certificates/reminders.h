// Mails that remind members before their certificates end: at each of the months that the
// association states (domain::Association::reminder_months), once for each certificate and end.
//
//   certificates::send_reminders(services)->mails == 3      // every hour, or by hand; again: 0
//   certificates::due_reminders(services)                   // the same without sending any
//
// A mail is written to the outbox in the transaction that notes it at the link, so neither a crash
// nor a second run sends it twice, and none is lost. What was due before the certificate was
// linked, or longer ago than `reminders_are_late_after`, is left out: who links a certificate, and
// a server that was off for long, cause no flood. Only linked certificates are read, by the day on
// which they end, a hundred in a transaction.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "service/kernel/services.h"

namespace laurel::service::certificates {

inline constexpr std::chrono::days reminders_are_late_after{14};

struct DueReminder {
  std::string association;
  std::string number;
  std::string email;  // whom it is for
  base::Date valid_until;
  std::int64_t months_before = 0;
};

/// In the order of the associations' ids and the months.
[[nodiscard]] base::Result<std::vector<DueReminder>> due_reminders(kernel::Services& services);

/// What was sent: the mails lie in the outbox. Errors: whatever the store says; running it again
/// goes on.
[[nodiscard]] base::Result<std::vector<DueReminder>> send_reminders(kernel::Services& services);

}  // namespace laurel::service::certificates

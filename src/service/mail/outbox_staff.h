// What staff sees of the outbox (outbox.h) and can do about it: mails that nobody gets are
// visible. Neither text nor links are shown, since links are keys to accounts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "service/kernel/services.h"
#include "service/mail/records.h"

namespace laurel::service::mail {

struct OutboxEntry {
  std::string id;
  Delivery state = Delivery::waiting;
  std::string to;
  std::string subject;
  std::int64_t tries = 0;
  std::string last_error;
  base::Instant written;
};

/// The abandoned ones, then those that wait, newsletters last; the oldest first, and at most
/// `limit` of each of the three.
[[nodiscard]] base::Result<std::vector<OutboxEntry>> list_outbox(kernel::Services& services,
                                                                 std::size_t limit);

/// Has an abandoned mail sent as if it were new. False where there is none with this id.
[[nodiscard]] base::Result<bool> retry_mail(kernel::Services& services, std::string_view id);

/// The same for all that are abandoned; says how many.
[[nodiscard]] base::Result<std::int64_t> retry_mails(kernel::Services& services);

}  // namespace laurel::service::mail

// How often signing in may be tried (promise: OWASP ASVS 5.0.0, 6.1.1 and 6.3.1).
//
// A try is paid for before the password is looked at, in one transaction, so that a hundred tries
// at once cannot pass where ten may; a try that succeeds is paid back, so only failures count.
//
// Who pays: the client's network (domain/client_network.h) and the account together, where the
// account is the e-mail address as typed, whether a member has it or not. A browser in which the
// member has signed in with the present password pays from a budget of its own instead; so guesses
// by others, even from the same network, never lock the owner out (known_device.h).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "domain/rate_limit.h"
#include "service/accounts/records.h"
#include "service/kernel/limits.h"
#include "service/kernel/services.h"

namespace laurel::service::accounts {

/// Ten guesses, then 20 an hour: far below the 100 that NIST SP 800-63B 5.2.2 allows in all before
/// the account must be slowed down further.
inline constexpr domain::RateLimit account_limit{10, std::chrono::minutes(3)};
inline constexpr domain::RateLimit device_limit{10, std::chrono::minutes(3)};
/// An office or a school may sit behind one address.
inline constexpr domain::RateLimit network_limit{50, std::chrono::seconds(20)};

struct Try {
  std::string association;
  std::string email;  // normalised
  std::string client_address;
  std::optional<std::string> device_token_hash;
};

struct Payment {
  std::optional<std::chrono::milliseconds> retry_after;  // set: refused, and nothing was paid
  std::vector<kernel::Bucket> buckets;                           // that have paid
  std::optional<AccountRecord> account;                  // that the e-mail address belongs to
};

[[nodiscard]] base::Result<Payment> pay_for(const Try& tried, kernel::Services& services);

}  // namespace laurel::service::accounts

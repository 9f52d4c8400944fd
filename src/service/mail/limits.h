// How often strangers may have us send mails. The same for known and
// unknown addresses, so that nobody learns who has an account.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/http.h"
#include "service/kernel/limits.h"
#include "service/kernel/services.h"

namespace laurel::service::mail {

inline constexpr domain::RateLimit mails_to_address_limit{5, std::chrono::minutes(20)};
inline constexpr domain::RateLimit mails_of_network_limit{20, std::chrono::minutes(3)};

/// Who pays for a mail to the address. Each purpose has a bucket of its own: else a stranger who
/// asks for the newsletter in somebody's name would keep them from choosing a new password.
[[nodiscard]] std::vector<kernel::Bucket> mail_buckets(kernel::Services& services,
                                                       const protocol::Request& request,
                                                       std::string_view purpose,
                                                       std::string_view association,
                                                       std::string_view email);

}  // namespace laurel::service::mail

// How often strangers may have us send mails (and look into the registry). The same for known and
// unknown addresses, so that nobody learns who has an account.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/http.h"
#include "service/accounts/try_budget.h"

namespace laurel::service {

inline constexpr domain::RateLimit registration_limit{20, std::chrono::minutes(1)};
inline constexpr domain::RateLimit search_limit{30, std::chrono::seconds(20)};
/// Of numbers of certificates that a member claims.
inline constexpr domain::RateLimit claim_limit{100, std::chrono::seconds(20)};
inline constexpr domain::RateLimit mails_to_address_limit{5, std::chrono::minutes(20)};
inline constexpr domain::RateLimit mails_of_network_limit{20, std::chrono::minutes(3)};
inline constexpr domain::RateLimit mails_again_limit{3, std::chrono::minutes(20)};

/// One bucket for each client's network (domain/client_network.h); `what` is what is counted.
[[nodiscard]] Bucket network_bucket(Services& services, const protocol::Request& request,
                                    std::string_view what, domain::RateLimit limit);

/// Who pays for a mail to the address. Each purpose has a bucket of its own: else a stranger who
/// asks for the newsletter in somebody's name would keep them from choosing a new password.
[[nodiscard]] std::vector<Bucket> mail_buckets(Services& services,
                                               const protocol::Request& request,
                                               std::string_view purpose,
                                               std::string_view association,
                                               std::string_view email);

/// Pays in a transaction of its own; what to answer where the limit is reached or the store down.
[[nodiscard]] std::optional<protocol::Response> refused_by_limit(
    Services& services, const std::vector<Bucket>& buckets);

}  // namespace laurel::service

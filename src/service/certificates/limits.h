// How often the registry may be asked.
#pragma once

#include <chrono>

#include "domain/rate_limit.h"

namespace laurel::service::certificates {

inline constexpr domain::RateLimit search_limit{30, std::chrono::seconds(20)};
/// Of numbers of certificates that a member claims.
inline constexpr domain::RateLimit claim_limit{100, std::chrono::seconds(20)};

}  // namespace laurel::service::certificates

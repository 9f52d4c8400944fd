// How often something may be tried: the generic cell rate algorithm (ITU-T I.371), a leaky bucket
// whose whole state is one point in time. Pure: the state is kept by the caller, per member, per
// network or whatever is counted.
//
//   const domain::RateLimit limit{.burst = 10, .interval = std::chrono::minutes(3)};
//   const domain::RateDecision decision = domain::try_once(state, now, limit);
//   if (!decision.allowed) …  decision.retry_after
//   state = decision.state;
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "base/time.h"

namespace laurel::domain {

/// `burst` tries at once, after that one for every `interval`.
struct RateLimit {
  std::int64_t burst;
  std::chrono::milliseconds interval;
};

/// When every try will be forgotten; in the past, or nothing, means that none is counted.
using RateState = std::optional<base::Instant>;

struct RateDecision {
  bool allowed;
  RateState state;                        // to be stored; unchanged where the try is refused
  std::chrono::milliseconds retry_after;  // zero where it is allowed
};

[[nodiscard]] RateDecision try_once(RateState state, base::Instant now, RateLimit limit);

/// The state as if one of the counted tries had not been made.
[[nodiscard]] RateState give_back(RateState state, RateLimit limit);

}  // namespace laurel::domain

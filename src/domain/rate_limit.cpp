#include "domain/rate_limit.h"

#include <algorithm>

namespace laurel::domain {

RateDecision try_once(RateState state, base::Instant now, RateLimit limit) {
  const std::chrono::milliseconds whole = limit.interval * limit.burst;
  // Not later than a full bucket, else a clock that was set back would refuse for hours.
  const base::Instant counted = std::clamp(state.value_or(now), now, now + whole);
  const base::Instant after = counted + limit.interval;
  const std::chrono::milliseconds excess = after - now - whole;
  if (excess > std::chrono::milliseconds::zero()) return {false, state, excess};
  return {true, after, std::chrono::milliseconds::zero()};
}

RateState give_back(RateState state, RateLimit limit) {
  if (!state) return state;
  return *state - limit.interval;
}

}  // namespace laurel::domain

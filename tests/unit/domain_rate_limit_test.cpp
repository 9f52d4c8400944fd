#include "domain/rate_limit.h"

#include <doctest/doctest.h>

namespace laurel::domain {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr RateLimit limit{3, seconds(10)};
const base::Instant start{hours(500'000)};

TEST_CASE("promise 4: a burst, then one for every interval") {
  RateState state;
  for (int i = 0; i < 3; ++i) {
    const auto decision = try_once(state, start, limit);
    CHECK(decision.allowed);
    CHECK(decision.retry_after == milliseconds(0));
    state = decision.state;
  }
  const auto refused = try_once(state, start, limit);
  CHECK_FALSE(refused.allowed);
  CHECK(refused.retry_after == seconds(10));
  CHECK(refused.state == state);
  CHECK_FALSE(try_once(state, start + milliseconds(9'999), limit).allowed);
  CHECK(try_once(state, start + seconds(10), limit).allowed);
}

TEST_CASE("promise 4: after a pause the whole burst is there again, and no more than that") {
  RateState state;
  for (int i = 0; i < 3; ++i) state = try_once(state, start, limit).state;
  const base::Instant later = start + hours(24);
  for (int i = 0; i < 3; ++i) {
    const auto decision = try_once(state, later, limit);
    CHECK(decision.allowed);
    state = decision.state;
  }
  CHECK_FALSE(try_once(state, later, limit).allowed);
}

TEST_CASE("a try that is given back can be made again") {
  RateState state;
  for (int i = 0; i < 3; ++i) state = try_once(state, start, limit).state;
  state = give_back(state, limit);
  CHECK(try_once(state, start, limit).allowed);
  CHECK_FALSE(try_once(try_once(state, start, limit).state, start, limit).allowed);
  CHECK_FALSE(give_back(std::nullopt, limit));
}

TEST_CASE("a clock that was set back does not refuse for longer than a full bucket") {
  RateState state;
  for (int i = 0; i < 3; ++i) state = try_once(state, start, limit).state;
  const auto refused = try_once(state, start - hours(24), limit);
  CHECK_FALSE(refused.allowed);
  CHECK(refused.retry_after == seconds(10));
}

}  // namespace
}  // namespace laurel::domain

#include "domain/session_policy.h"

#include <doctest/doctest.h>

namespace laurel::domain {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const base::Instant start{hours(500'000)};

TEST_CASE("promise 11: the idle limit counts from the last use, the absolute one from the start") {
  CHECK(session_end(start, start, Remember::no) == start + minutes(30));
  CHECK(session_end(start, start + hours(11), Remember::no) == start + hours(11) + minutes(30));
  CHECK(session_end(start, start + hours(12) - seconds(1), Remember::no) == start + hours(12));
  CHECK(session_end(start, start, Remember::yes) == start + hours(24 * 14));
  CHECK(session_end(start, start + hours(24 * 80), Remember::yes) == start + hours(24 * 90));
}

TEST_CASE("being seen is noted at most once a minute") {
  CHECK_FALSE(should_note_seen(start, start));
  CHECK_FALSE(should_note_seen(start, start + seconds(59)));
  CHECK(should_note_seen(start, start + seconds(60)));
  CHECK_FALSE(should_note_seen(start, start - hours(1)));
}

}  // namespace
}  // namespace laurel::domain

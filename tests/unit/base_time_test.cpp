#include "base/time.h"

#include <doctest/doctest.h>

namespace laurel::base {
namespace {

TEST_CASE("days are read and written as RFC 3339 has them") {
  for (const char* text : {"2021-04-26", "2024-02-29", "1969-12-31", "0001-01-01", "9999-12-31"}) {
    const auto day = parse_date(text);
    REQUIRE(day);
    CHECK(format_date(*day) == text);
  }
  for (const char* text : {"", "2021-4-26", "2021-04-31", "2023-02-29", "2021-13-01", "2021-00-10",
                           "2021-01-00", "2021/01/01", "20210101", "2021-01-01T", " 2021-01-01",
                           "2021-01-0a", "-021-01-01", "２０２１-01-01"}) {
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("months of the calendar forth and back; a day that a month lacks is its last one") {
  const auto moved = [](const char* day, int months) {
    return format_date(plus_months(*parse_date(day), months));
  };
  CHECK(moved("2026-11-20", 6) == "2027-05-20");
  CHECK(moved("2026-08-31", 6) == "2027-02-28");
  CHECK(moved("2027-08-31", 6) == "2028-02-29");
  CHECK(moved("2026-03-31", -1) == "2026-02-28");
  CHECK(moved("2026-01-15", -12) == "2025-01-15");
}

TEST_CASE("points in time") {
  const Instant instant(std::chrono::milliseconds(1'619'424'930'999));
  CHECK(format_instant(instant) == "2021-04-26T08:15:30Z");
  CHECK(format_date(date_of(instant)) == "2021-04-26");
  CHECK(format_instant(Instant(std::chrono::milliseconds(-1))) == "1969-12-31T23:59:59Z");
}

}  // namespace
}  // namespace laurel::base

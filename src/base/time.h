// Points in time and calendar days. Nothing here reads a clock: time comes in as an argument.
//
//   const base::Date day = *base::parse_date("2021-04-26");
//   base::format_date(day) == "2021-04-26"          (RFC 3339 full-date)
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace laurel::base {

/// Milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// A day of the Gregorian calendar, without a time zone.
using Date = std::chrono::sys_days;

[[nodiscard]] Date date_of(Instant instant);  // the day in UTC

/// The same day of another month; the month's last day where it has no such day, so that six months
/// after 31 August is 28 or 29 February. `months` may be negative.
[[nodiscard]] Date plus_months(Date day, int months);

/// "2021-04-26". Nothing when the text has another form or names no day, such as February 30.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::string format_date(Date day);

/// "2021-04-26T08:15:30Z" (RFC 3339), for logs and documents.
[[nodiscard]] std::string format_instant(Instant instant);

}  // namespace laurel::base

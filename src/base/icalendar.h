// Writes iCalendar files (RFC 5545): lines that end with CRLF, folded where they are longer than 75
// octets, never within a character, and texts escaped.
//
//   CalendarWriter calendar;
//   calendar.begin("VCALENDAR");
//   calendar.value("VERSION", "2.0");
//   calendar.text("SUMMARY", "Congress; Rio, first day");   // SUMMARY:Congress\; Rio\, first day
//   calendar.end("VCALENDAR");
//   calendar.take()
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/time.h"

namespace laurel::base {

class CalendarWriter {
 public:
  void begin(std::string_view component) { value("BEGIN", component); }
  void end(std::string_view component) { value("END", component); }

  /// A value that needs no escaping: a day, an address, a word of the standard.
  void value(std::string_view property, std::string_view value);
  /// Escapes (section 3.3.11); control characters but the line feed are left out.
  void text(std::string_view property, std::string_view text);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// "20290317" (section 3.3.4)
[[nodiscard]] std::string calendar_date(Date day);
/// "20290317T090000Z" (section 3.3.5, form 2)
[[nodiscard]] std::string calendar_instant(Instant instant);

}  // namespace laurel::base

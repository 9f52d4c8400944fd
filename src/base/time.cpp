#include "base/time.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace laurel::base {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

void append_padded(std::string& text, int number, std::size_t width) {
  const std::string digits = std::to_string(number);
  text.append(width - std::min(width, digits.size()), '0');
  text += digits;
}

}  // namespace

Date date_of(Instant instant) { return std::chrono::floor<std::chrono::days>(instant); }

Date plus_months(Date day, int months) {
  const std::chrono::year_month_day date(day);
  const std::chrono::year_month_day moved = date + std::chrono::months(months);
  if (moved.ok()) return Date(moved);
  return Date(std::chrono::year_month_day_last(moved.year(),
                                               std::chrono::month_day_last(moved.month())));
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return Date(date);
}

std::string format_date(Date day) {
  const std::chrono::year_month_day date(day);
  const int year{date.year()};
  std::string text = year < 0 ? "-" : "";
  append_padded(text, std::abs(year), 4);
  text += '-';
  append_padded(text, static_cast<int>(static_cast<unsigned>(date.month())), 2);
  text += '-';
  append_padded(text, static_cast<int>(static_cast<unsigned>(date.day())), 2);
  return text;
}

std::string format_instant(Instant instant) {
  const Date day = date_of(instant);
  const auto rest = std::chrono::duration_cast<std::chrono::seconds>(instant - day).count();
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ", static_cast<int>(rest / 3600),
                static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60));
  return format_date(day) + text.data();
}

}  // namespace laurel::base

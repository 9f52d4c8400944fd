#include "domain/phone_number.h"

#include <algorithm>

#include "base/utf8.h"

namespace laurel::domain {
namespace {

constexpr std::size_t min_digits = 7;  // no rule; the shortest in use
constexpr std::size_t max_digits = 15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_between_digits(char32_t c) {
  return c == ' ' || c == '-' || c == '.' || c == '/' || c == 0xA0 || c == 0x2212 ||
         (c >= 0x2000 && c <= 0x2015);  // spaces and dashes of many widths
}

/// Digits, brackets and "+"; nothing where there is anything else.
std::optional<std::string> without_separators(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::code_point_at(text, at);
    at += c.bytes;
    if (is_between_digits(c.value)) continue;
    const bool known = c.value == '(' || c.value == ')' || c.value == '+' ||
                       (c.value >= '0' && c.value <= '9');
    if (!known) return std::nullopt;
    kept.push_back(static_cast<char>(c.value));
  }
  return kept;
}

/// Without the brackets, which must be in pairs; "(0)" goes with what it holds.
std::optional<std::string> without_brackets(const std::string& text) {
  std::string kept;
  std::size_t opened = std::string::npos;  // where in `kept`
  for (const char c : text) {
    if (c != '(' && c != ')') {
      kept.push_back(c);
    } else if ((c == '(') != (opened == std::string::npos)) {
      return std::nullopt;
    } else if (c == '(') {
      opened = kept.size();
    } else {
      if (kept.compare(opened, std::string::npos, "0") == 0) kept.resize(opened);
      opened = std::string::npos;
    }
  }
  if (opened != std::string::npos) return std::nullopt;
  return kept;
}

}  // namespace

std::optional<std::string> parse_phone_number(std::string_view typed) {
  const auto bare = without_separators(base::trim(typed));
  if (!bare) return std::nullopt;
  const auto number = without_brackets(*bare);
  if (!number) return std::nullopt;
  std::string_view digits = *number;
  if (digits.starts_with("+")) {
    digits.remove_prefix(1);
  } else if (digits.starts_with("00")) {
    digits.remove_prefix(2);
  } else {
    return std::nullopt;
  }
  const bool fits = digits.size() >= min_digits && digits.size() <= max_digits &&
                    digits.front() != '0' && std::all_of(digits.begin(), digits.end(), is_digit);
  if (!fits) return std::nullopt;
  return "+" + std::string(digits);
}

}  // namespace laurel::domain

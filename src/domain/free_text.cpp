#include "domain/free_text.h"

#include "base/utf8.h"

namespace laurel::domain {
namespace {

bool belongs_in_no_text(const base::CodePoint& c, Lines lines) {
  const auto within = [&c](char32_t first, char32_t last) {
    return c.value >= first && c.value <= last;
  };
  if (c.value == '\n') return lines == Lines::one;
  return !c.valid || c.value < 0x20 || within(0x7F, 0x9F) || within(0x2028, 0x202E) ||
         within(0x2066, 0x2069);
}

}  // namespace

std::optional<TextFault> text_fault(std::string_view text, std::size_t max_code_points,
                                    Lines lines) {
  if (base::count_code_points(text) > max_code_points) return TextFault::too_long;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::code_point_at(text, at);
    if (belongs_in_no_text(c, lines)) return TextFault::invalid;
    at += c.bytes;
  }
  return std::nullopt;
}

std::string tidy(std::string_view text) {
  std::string tidied;
  const std::string_view trimmed = base::trim(text);
  for (std::size_t at = 0; at < trimmed.size(); ++at) {
    const bool ends_line = trimmed[at] == '\r';
    if (ends_line && at + 1 < trimmed.size() && trimmed[at + 1] == '\n') continue;
    tidied.push_back(ends_line ? '\n' : trimmed[at]);
  }
  return tidied;
}

}  // namespace laurel::domain

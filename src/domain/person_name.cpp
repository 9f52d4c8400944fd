#include "domain/person_name.h"

#include <utility>

#include "base/utf8.h"
#include "domain/free_text.h"

namespace laurel::domain {
namespace {

/// Hiragana, Katakana, Han and Hangul.
bool is_east_asian(std::string_view name) {
  if (name.empty()) return false;
  const char32_t c = base::code_point_at(name, 0).value;
  const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  return within(0x3040, 0x30FF) || within(0x3400, 0x9FFF) || within(0xAC00, 0xD7A3) ||
         within(0x20000, 0x323AF);
}

bool is_family_first(std::string_view first_name, std::string_view last_name) {
  return is_east_asian(first_name) && is_east_asian(last_name);
}

std::string first_character(std::string_view name) {
  if (name.empty()) return {};
  return std::string(name.substr(0, base::code_point_at(name, 0).bytes));
}

}  // namespace

std::optional<NameFault> name_fault(std::string_view name) {
  if (name.empty()) return NameFault::missing;
  const auto fault = text_fault(name, max_name_code_points, Lines::one);
  if (!fault) return std::nullopt;
  return *fault == TextFault::too_long ? NameFault::too_long : NameFault::invalid;
}

std::string full_name(std::string_view first_name, std::string_view last_name) {
  const bool family_first = is_family_first(first_name, last_name);
  const std::string_view before = family_first ? last_name : first_name;
  const std::string_view after = family_first ? first_name : last_name;
  return std::string(before) + " " + std::string(after);
}

std::string initials(std::string_view first_name, std::string_view last_name) {
  if (is_family_first(first_name, last_name)) std::swap(first_name, last_name);
  return first_character(first_name) + first_character(last_name);
}

}  // namespace laurel::domain

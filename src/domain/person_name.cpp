#include "domain/person_name.h"

#include "base/utf8.h"

namespace laurel::domain {
namespace {

bool belongs_in_no_name(const base::CodePoint& c) {
  const auto within = [&c](char32_t first, char32_t last) {
    return c.value >= first && c.value <= last;
  };
  return !c.valid || c.value < 0x20 || within(0x7F, 0x9F) || within(0x2028, 0x202E) ||
         within(0x2066, 0x2069);
}

}  // namespace

std::optional<NameFault> name_fault(std::string_view name) {
  if (name.empty()) return NameFault::missing;
  if (base::count_code_points(name) > max_name_code_points) return NameFault::too_long;
  for (std::size_t at = 0; at < name.size();) {
    const base::CodePoint c = base::code_point_at(name, at);
    if (belongs_in_no_name(c)) return NameFault::invalid;
    at += c.bytes;
  }
  return std::nullopt;
}

}  // namespace laurel::domain

#include "domain/person_name.h"

#include "domain/free_text.h"

namespace laurel::domain {

std::optional<NameFault> name_fault(std::string_view name) {
  if (name.empty()) return NameFault::missing;
  const auto fault = text_fault(name, max_name_code_points, Lines::one);
  if (!fault) return std::nullopt;
  return *fault == TextFault::too_long ? NameFault::too_long : NameFault::invalid;
}

}  // namespace laurel::domain

// Names of people as they type them: any script, no assumptions about what a name looks like.
#pragma once

#include <optional>
#include <string_view>

namespace laurel::domain {

inline constexpr std::size_t max_name_code_points = 100;

enum class NameFault { missing, too_long, invalid };

/// Of a first or a last name, already trimmed. What is `invalid`, domain/free_text.h says.
[[nodiscard]] std::optional<NameFault> name_fault(std::string_view name);

}  // namespace laurel::domain

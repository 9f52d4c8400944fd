// Names of people as they type them: any script, no assumptions about what a name looks like.
#pragma once

#include <optional>
#include <string_view>

namespace laurel::domain {

inline constexpr std::size_t max_name_code_points = 100;

enum class NameFault { missing, too_long, invalid };

/// Of a first or a last name, already trimmed. `invalid` are bytes that are no UTF-8, control
/// characters, line and paragraph separators, and marks that turn the direction of other text.
[[nodiscard]] std::optional<NameFault> name_fault(std::string_view name);

}  // namespace laurel::domain

// Names of people as they type them: any script, no assumptions about what a name looks like.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace laurel::domain {

inline constexpr std::size_t max_name_code_points = 100;

enum class NameFault { missing, too_long, invalid };

/// Of a first or a last name, already trimmed. What is `invalid`, domain/free_text.h says.
[[nodiscard]] std::optional<NameFault> name_fault(std::string_view name);

/// The name as it is shown: "Mara Lind", but the family name first where both are written in Chinese,
/// Japanese or Korean script, "山田 花子" (W3C, "Personal names around the world").
[[nodiscard]] std::string full_name(std::string_view first_name, std::string_view last_name);

/// The first character of each name, in the order in which the names are shown: "ML", "山花".
[[nodiscard]] std::string initials(std::string_view first_name, std::string_view last_name);

}  // namespace laurel::domain

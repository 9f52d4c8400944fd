// What people write about themselves: any script, counted as a person counts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace laurel::domain {

enum class TextFault { too_long, invalid };

enum class Lines { one, many };

/// `invalid` are bytes that are no UTF-8, control characters, line and paragraph separators, and marks
/// that turn the direction of other text. Where there may be many lines, they end with "\n".
[[nodiscard]] std::optional<TextFault> text_fault(std::string_view text,
                                                  std::size_t max_code_points, Lines lines);

/// Trimmed, and with "\n" at the end of each line whatever ended it.
[[nodiscard]] std::string tidy(std::string_view text);

}  // namespace laurel::domain

// Telephone numbers as people type them.
//
//   domain::parse_phone_number("00386 (0)40 123-456") == "+38640123456"
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace laurel::domain {

/// The number in the form of ITU-T E.164: "+", the country's code and the rest, 7 to 15 digits. It
/// must begin with "+" or "00"; spaces, dashes, dots, slashes and brackets may stand between digits,
/// and "(0)", which is dialled only within the country, is left out. Nothing for anything else.
[[nodiscard]] std::optional<std::string> parse_phone_number(std::string_view typed);

}  // namespace laurel::domain

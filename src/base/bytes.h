// Bytes as text: hexadecimal, base64 (RFC 4648 section 4, with padding) and base64url (section 5,
// without padding).
//
//   base::to_hex("\x01\xff") == "01ff"
//   base::to_base64("\xfb\xff") == "+/8=";   base::to_base64url("\xfb\xff") == "-_8"
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace laurel::base {

[[nodiscard]] std::string to_hex(std::string_view bytes);
[[nodiscard]] std::string to_base64(std::string_view bytes);
[[nodiscard]] std::string to_base64url(std::string_view bytes);

/// Nothing when `text` has a character outside the alphabet, a length that no bytes have, padding
/// where none belongs or too little, or bits left over that are not zero.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

}  // namespace laurel::base

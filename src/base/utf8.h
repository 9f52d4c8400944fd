// UTF-8, as Unicode 15 section 3.9 defines it (no surrogates, no overlong forms).
//
//   for (std::size_t at = 0; at < text.size();) {
//     const base::CodePoint c = base::code_point_at(text, at);
//     at += c.bytes;
//   }
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace laurel::base {

struct CodePoint {
  char32_t value = 0xFFFD;
  std::size_t bytes = 1;  // how far to move on; 1 for a byte that is not UTF-8
  bool valid = false;
};

namespace detail {
[[nodiscard]] CodePoint code_point_beyond_ascii(std::string_view text, std::size_t at);
}

/// `at` must be less than `text.size()`. A bad byte gives U+FFFD with `valid == false`.
[[nodiscard]] inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? CodePoint{byte, 1, true} : detail::code_point_beyond_ascii(text, at);
}

[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// The number of code points; every bad byte counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Every bad byte becomes U+FFFD.
[[nodiscard]] std::string to_valid_utf8(std::string_view text);

void append_utf8(std::string& text, char32_t code_point);

/// Without the white space (space, tab, CR, LF, no-break space, ideographic space) at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Only A to Z are changed; everything else stays as it is.
[[nodiscard]] std::string ascii_lower(std::string_view text);

}  // namespace laurel::base

// Colours and how well they can be told apart.
//
//   contrast(*parse_colour("#ffffff"), *parse_colour("#767676")) > 4.5
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace laurel::ui {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  friend bool operator==(const Colour&, const Colour&) = default;
};

/// "#rrggbb", in either case.
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view text);
[[nodiscard]] std::string to_css(Colour colour);

/// From 1 (the same) to 21 (black on white): WCAG 2.2, "contrast ratio".
[[nodiscard]] double contrast(Colour a, Colour b);

/// `share` of `over` (0 to 1), the rest of `under`.
[[nodiscard]] Colour mix(Colour under, Colour over, double share);

}  // namespace laurel::ui

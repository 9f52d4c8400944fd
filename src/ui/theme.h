// The design tokens: colours, type scale, spacing. Everything that is drawn, and the style sheet of
// the page without a canvas (html.h), takes its values from here.
//
// Text pairs reach a contrast of 4.5, outlines of 3 (WCAG 2.2, 1.4.3 and 1.4.11); tests/ui checks
// every pair of `contrast_pairs` in every scheme for every association's brand.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "domain/association.h"
#include "ui/colour.h"

namespace laurel::ui {

enum class Scheme { light, dark, light_more_contrast, dark_more_contrast };

struct Palette {
  Colour page;            // behind everything
  Colour surface;         // cards and fields
  Colour border;          // around cards; decoration
  Colour outline;         // around fields and boxes; must be seen
  Colour text;
  Colour text_muted;
  Colour primary;         // filled buttons
  Colour primary_hover;
  Colour on_primary;
  Colour link;
  Colour focus;           // the ring
  Colour header;          // the bar at the top
  Colour on_header;
  Colour danger;          // text and icons of errors
  Colour danger_surface;
  Colour success;
  Colour success_surface;
  Colour warning;
  Colour warning_surface;
  Colour neutral_surface;
};

[[nodiscard]] Palette palette_of(Scheme scheme, const domain::Brand& brand);

struct ContrastPair {
  std::string_view name;
  Colour foreground;
  Colour background;
  double minimum;
};

/// Every pair of colours that meet on a screen.
[[nodiscard]] std::vector<ContrastPair> contrast_pairs(const Palette& palette);

/// The colours by the names under which the style sheet knows them.
struct NamedColour {
  std::string_view name;
  Colour colour;
};
[[nodiscard]] std::vector<NamedColour> named_colours(const Palette& palette);

enum class TextStyle { display, title, heading, body, body_strong, label, small, small_strong };

/// In CSS pixels. The name is the class of the mirrored text.
struct TypeSpec {
  std::string_view name;
  float size;
  float line_height;
  bool bold;
};

inline constexpr std::array<TypeSpec, 8> type_scale = {{
    {"display", 32, 40, true},
    {"title", 26, 34, true},
    {"heading", 20, 28, true},
    {"body", 16, 24, false},
    {"body-strong", 16, 24, true},
    {"label", 15, 20, true},
    {"small", 14, 20, false},
    {"small-strong", 14, 20, true},
}};

constexpr const TypeSpec& spec_of(TextStyle style) {
  return type_scale[static_cast<std::size_t>(style)];
}

/// The user's own system fonts; nothing is downloaded.
inline constexpr std::string_view font_family =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
inline constexpr int regular_weight = 400;
inline constexpr int bold_weight = 600;

/// In CSS pixels.
namespace space {
inline constexpr float hair = 4;
inline constexpr float tight = 8;
inline constexpr float small = 12;
inline constexpr float medium = 16;
inline constexpr float large = 24;
inline constexpr float huge = 40;
}  // namespace space

inline constexpr float touch_target = 44;
inline constexpr float control_height = 48;
inline constexpr float box_size = 24;        // a checkbox
inline constexpr float radius = 8;
inline constexpr float card_radius = 12;
inline constexpr float narrow_below = 640;   // narrower views are laid out for a phone
inline constexpr float reading_width = 440;  // a form
inline constexpr float content_width = 1040;

}  // namespace laurel::ui

// Measuring, breaking and drawing words with the user's system fonts.
//
// ImGui's own text functions put glyphs on fractions of device pixels, which blurs them. Here every
// glyph stands on a whole device pixel, at most half of one away from its exact place.
#pragma once

#include <string_view>
#include <vector>

#include "imgui.h"
#include "ui/geometry.h"
#include "ui/runs.h"
#include "ui/semantics.h"
#include "ui/theme.h"

namespace laurel::ui {

struct Fonts {
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
  Runs* runs = nullptr;  // which the fonts' loader knows as well
};

/// How a line is drawn that may need the browser's help (ui/runs.h).
enum class Shaping {
  by_words,       // from left to right; the browser helps where it must
  right_to_left,  // whole, in the order of a text from right to left, though all its words be foreign
};

class Words {
 public:
  Words(const Fonts& fonts, float device_pixel_ratio);

  /// In CSS pixels, of one line.
  [[nodiscard]] float width_of(std::string_view text, TextStyle style) const;

  /// Breaks at spaces, after hyphens, beside characters that are written without them (CJK), and, where
  /// a word is wider than `width`, anywhere. A line feed breaks always. There is at least one line.
  [[nodiscard]] std::vector<TextLine> broken(std::string_view text, TextStyle style,
                                             float width) const;

  /// `top_left`, on the canvas, of the line box, whose height is the style's line height.
  void draw(ImDrawList& list, std::string_view line, TextStyle style, Point top_left,
            ImU32 colour, Shaping shaping) const;

 private:
  [[nodiscard]] ImFontBaked& baked(TextStyle style) const;

  const Fonts& fonts_;
  float pixel_ratio_;
};

}  // namespace laurel::ui

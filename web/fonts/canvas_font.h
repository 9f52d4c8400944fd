// The user's own system fonts for Dear ImGui: glyphs are rasterised by the browser's Canvas2D, at the
// exact size in device pixels. Nothing is downloaded.
//
//   web::CanvasFonts fonts(*io.Fonts, runs);
//   ImFont* body = fonts.add(web::sans_family, 400);
//   ImGui::PushFont(body, 16.0f);          // CSS px; style.FontScaleDpi stays 1, and
//   io.DisplayFramebufferScale = {2, 2};   // devicePixelRatio is ImGui's rasteriser density
//   …                                      // a frame
//   fonts.draw_glyphs();                   // then its textures may be uploaded
//
// Advances are linear and fractional (device px / density): a line is as wide as the same text in
// the DOM with `font-kerning: none; font-variant-ligatures: none; text-rendering:
// geometricPrecision`. No kerning, ligatures or shaping: ImGui draws code point by code point.
// Emoji and other colour glyphs keep their colours (`ImFontGlyph::Colored`). A code point that no
// font of the machine has is reported as missing, so ImGui draws its fallback.
// Ascent and Descent are the primary font's (fontBoundingBoxAscent/Descent), rounded to whole CSS
// px so that the baseline falls on a pixel.
#pragma once

#include <vector>

struct ImFont;
struct ImFontAtlas;

namespace laurel::ui {
class Runs;
}

namespace laurel::web {

inline constexpr const char* sans_family =
    "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif";
inline constexpr const char* monospace_family = "ui-monospace, monospace";

/// The fonts of one atlas, which finds them by its UserData. Lives as long as the atlas is used.
class CanvasFonts {
 public:
  /// `runs` are what the private code points stand for, and outlive the fonts.
  CanvasFonts(ImFontAtlas& atlas, const ui::Runs& runs);
  CanvasFonts(const CanvasFonts&) = delete;
  CanvasFonts& operator=(const CanvasFonts&) = delete;

  /// `css_family` as in CSS font-family, `css_weight` 100 to 900. The font belongs to the atlas.
  ImFont* add(const char* css_family, int css_weight);

  /// Draws the letters that ImGui has asked for since the last call: all at once, because reading pixels
  /// back from a canvas costs more than drawing them.
  void draw_glyphs();

  /// Another one whenever ImGui has taken a larger texture. A frame that began with the smaller one is
  /// to be made anew: what it drew from that has not got the letters that were still to be drawn.
  [[nodiscard]] int texture() const;

  [[nodiscard]] const ui::Runs& runs() const { return runs_; }
  /// A letter that has its place in the atlas (an ImFontAtlasRectId) and is yet to be drawn there.
  void draw_later(int place) { waiting_.push_back(place); }

 private:
  ImFontAtlas& atlas_;
  const ui::Runs& runs_;
  std::vector<int> waiting_;
};

}  // namespace laurel::web

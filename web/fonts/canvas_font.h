// The user's own system fonts for Dear ImGui: glyphs are rasterised by the browser's Canvas2D, one
// by one as ImGui asks for them, at the exact size in device pixels. Nothing is downloaded.
//
//   ImFont* body = web::add_canvas_font(*io.Fonts, web::sans_family, 400);
//   ImGui::PushFont(body, 16.0f);          // CSS px; style.FontScaleDpi stays 1, and
//   io.DisplayFramebufferScale = {2, 2};   // devicePixelRatio is ImGui's rasteriser density
//
// Advances are linear and fractional (device px / density): a line is as wide as the same text in
// the DOM with `font-kerning: none; font-variant-ligatures: none; text-rendering:
// geometricPrecision`. No kerning, ligatures or shaping: ImGui draws code point by code point.
// Emoji and other colour glyphs keep their colours (`ImFontGlyph::Colored`). A code point that no
// font of the machine has is reported as missing, so ImGui draws its fallback.
// Ascent and Descent are the primary font's (fontBoundingBoxAscent/Descent), rounded to whole CSS
// px so that the baseline falls on a pixel.
#pragma once

struct ImFont;
struct ImFontAtlas;

namespace laurel::web {

inline constexpr const char* sans_family =
    "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif";
inline constexpr const char* monospace_family = "ui-monospace, monospace";

/// `css_family` as in CSS font-family, `css_weight` 100 to 900. The font belongs to the atlas.
ImFont* add_canvas_font(ImFontAtlas& atlas, const char* css_family, int css_weight);

}  // namespace laurel::web

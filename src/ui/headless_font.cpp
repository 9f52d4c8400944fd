#include "ui/headless_font.h"

#include "imgui_internal.h"

namespace laurel::ui {
namespace {

/// Shares of the font's size that are near those of common sans-serif fonts.
constexpr float narrow_advance = 0.54F;
constexpr float wide_advance = 1.0F;
constexpr float ascent = 0.93F;
constexpr float descent = -0.24F;

float advance_of(ImWchar c, const ImFontBaked& baked) {
  return baked.Size * (c >= 0x1100 ? wide_advance : narrow_advance);
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = baked->Size * ascent;
  baked->Descent = baked->Size * descent;
  return true;
}

bool load_glyph(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*, ImWchar codepoint,
                ImFontGlyph* glyph, float* advance) {
  if (advance != nullptr) {
    *advance = advance_of(codepoint, *baked);
    return true;
  }
  glyph->Codepoint = codepoint;
  glyph->AdvanceX = advance_of(codepoint, *baked);
  return true;
}

ImFontLoader make_loader() {
  ImFontLoader loader;
  loader.Name = "headless";
  loader.FontSrcContainsGlyph = contains_glyph;
  loader.FontBakedInit = init_baked;
  loader.FontBakedLoadGlyph = load_glyph;
  return loader;
}

const ImFontLoader headless_loader = make_loader();

ImFont* add_font(ImFontAtlas& atlas) {
  ImFontConfig config;
  config.FontLoader = &headless_loader;
  config.SizePixels = 16;
  return atlas.AddFont(&config);
}

}  // namespace

Fonts add_headless_fonts(ImFontAtlas& atlas) {
  atlas.SetFontLoader(&headless_loader);
  return {add_font(atlas), add_font(atlas)};
}

}  // namespace laurel::ui

#include "ui/headless_font.h"

#include "base/utf8.h"
#include "imgui_internal.h"

namespace laurel::ui {
namespace {

/// Shares of the font's size that are near those of common sans-serif fonts.
constexpr float narrow_advance = 0.54F;
constexpr float wide_advance = 1.0F;
constexpr float ascent = 0.93F;
constexpr float descent = -0.24F;

float letter_advance(char32_t c) {
  constexpr char32_t right_to_left_embedding = 0x202B;
  if (extends_cluster(c) || c == right_to_left_embedding) return 0;
  return c >= 0x1100 ? wide_advance : narrow_advance;
}

/// In shares of the size.
float advance_of(ImWchar c, const ImFontAtlas& atlas) {
  const Run* run = static_cast<const Runs*>(atlas.UserData)->find(c);
  if (run == nullptr) return letter_advance(c);
  float advance = 0;
  for (std::size_t at = 0; at < run->text.size();) {
    const base::CodePoint letter = base::code_point_at(run->text, at);
    advance += letter_advance(letter.value);
    at += letter.bytes;
  }
  return advance;
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = baked->Size * ascent;
  baked->Descent = baked->Size * descent;
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig*, ImFontBaked* baked, void*, ImWchar codepoint,
                ImFontGlyph* glyph, float* advance) {
  const float width = baked->Size * advance_of(codepoint, *atlas);
  if (advance != nullptr) {
    *advance = width;
    return true;
  }
  glyph->Codepoint = codepoint;
  glyph->AdvanceX = width;
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

Fonts add_headless_fonts(ImFontAtlas& atlas, Runs& runs) {
  atlas.SetFontLoader(&headless_loader);
  atlas.UserData = &runs;
  return {add_font(atlas), add_font(atlas), &runs};
}

}  // namespace laurel::ui

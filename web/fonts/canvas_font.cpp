#include "web/fonts/canvas_font.h"

#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

#include <cassert>
#include <cstdint>
#include <cstring>
#include <string>

#include "base/utf8.h"
#include "ui/runs.h"
#include "web/bridge/bridge.h"

namespace {

/// Written by fonts.js, field by field, in device px. `left` and `top` are the bitmap's corner from
/// the pen position on the baseline, y downwards; width is stretched by the oversampling.
struct Glyph {
  float advance;
  float left;
  float top;
  std::int32_t width;
  std::int32_t height;
  char* pixels;  // width × height alpha values, or RGBA (not premultiplied) when coloured
};

enum class GlyphKind : int { missing, blank, grey, coloured };

enum class GlyphPart : int { metrics, pixels };

}  // namespace

extern "C" {
int laurel_font_add(const char* family, int family_size, int weight);
void laurel_font_line(int font, double size_px, float* ascent_and_descent);
int laurel_font_contains(int font, int code_point);
GlyphKind laurel_font_glyph(int font, double size_px, int oversampling, const char* text,
                            int text_size, int ink, GlyphPart part, Glyph* glyph);
}

namespace {

int font_of(const ImFontConfig* source) { return static_cast<int>(source->FontNo); }

float density_of(const ImFontConfig* source, const ImFontBaked* baked) {
  return source->RasterizerDensity * baked->RasterizerDensity;
}

/// Glyphs stand at fractions of a pixel. On coarse screens twice the columns keep them sharp there.
int oversampling_at(float density) { return density < 1.75f ? 2 : 1; }

bool contains_glyph(ImFontAtlas*, ImFontConfig* source, ImWchar code_point) {
  return laurel_font_contains(font_of(source), static_cast<int>(code_point)) != 0;
}

bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
  const float density = density_of(source, baked);
  float ascent_and_descent[2] = {};
  laurel_font_line(font_of(source), baked->Size * density, ascent_and_descent);
  baked->Ascent = ImFloor(ascent_and_descent[0] / density + 0.5f);
  baked->Descent = -ImFloor(ascent_and_descent[1] / density + 0.5f);
  return true;
}

/// Puts the bitmap into the atlas. False without room for it.
bool pack(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, const Glyph& glyph,
          GlyphKind kind, ImFontGlyph* out) {
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, glyph.width, glyph.height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  const float density = density_of(source, baked);
  const float stretched = density * static_cast<float>(oversampling_at(density));
  out->X0 = glyph.left / density;
  out->X1 = out->X0 + static_cast<float>(glyph.width) / stretched;
  out->Y0 = baked->Ascent + glyph.top / density;
  out->Y1 = out->Y0 + static_cast<float>(glyph.height) / density;
  out->Visible = true;
  out->Colored = kind == GlyphKind::coloured;
  out->PackId = id;
  const bool coloured = kind == GlyphKind::coloured;
  ImFontAtlasBakedSetFontGlyphBitmap(
      atlas, baked, source, out, ImFontAtlasPackGetRect(atlas, id),
      reinterpret_cast<const unsigned char*>(glyph.pixels),
      coloured ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8,
      glyph.width * (coloured ? 4 : 1));
  return true;
}

/// What a code point stands for: itself, or a run of the atlas' ui::Runs.
laurel::ui::Run run_of(const ImFontAtlas& atlas, char32_t code_point) {
  if (const auto* runs = static_cast<const laurel::ui::Runs*>(atlas.UserData)) {
    if (const laurel::ui::Run* run = runs->find(code_point)) return *run;
  }
  laurel::ui::Run letter;
  laurel::base::append_utf8(letter.text, code_point);
  return letter;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*,
                ImWchar code_point, ImFontGlyph* out, float* out_advance_x) {
  const float density = density_of(source, baked);
  const GlyphPart part = out == nullptr ? GlyphPart::metrics : GlyphPart::pixels;
  constexpr int no_ink = -1;
  const laurel::ui::Run run = run_of(*atlas, code_point);
  Glyph glyph{};
  const GlyphKind kind =
      laurel_font_glyph(font_of(source), baked->Size * density, oversampling_at(density),
                        run.text.data(), static_cast<int>(run.text.size()),
                        run.ink ? static_cast<int>(*run.ink) : no_ink, part, &glyph);
  if (kind == GlyphKind::missing) return false;
  const laurel::web::Incoming pixels(glyph.pixels, 0);  // frees them
  const float advance = glyph.advance / density;
  if (out == nullptr) {
    *out_advance_x = advance;
    return true;
  }
  out->Codepoint = code_point;
  out->AdvanceX = advance;
  return kind == GlyphKind::blank || pack(atlas, source, baked, glyph, kind, out);
}

ImFontLoader make_loader() {
  ImFontLoader loader;
  loader.Name = "canvas";
  loader.FontSrcContainsGlyph = contains_glyph;
  loader.FontBakedInit = init_baked;
  loader.FontBakedLoadGlyph = load_glyph;
  return loader;
}

const ImFontLoader canvas_loader = make_loader();

}  // namespace

/// ImGui's default loader in the browser. Only the name is FreeType's: see src/ui/imgui_config.h.
const ImFontLoader* ImGuiFreeType::GetFontLoader() { return &canvas_loader; }

namespace laurel::web {

ImFont* add_canvas_font(ImFontAtlas& atlas, const char* css_family, int css_weight) {
  ImFontConfig config;
  config.FontLoader = &canvas_loader;
  config.FontNo = static_cast<ImU32>(
      laurel_font_add(css_family, static_cast<int>(std::strlen(css_family)), css_weight));
  ImFont* font = atlas.AddFont(&config);
  assert(font != nullptr);
  return font;
}

}  // namespace laurel::web

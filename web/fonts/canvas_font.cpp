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

/// Of a letter on the sheet of pixels, in px.
struct Corner {
  std::int32_t x;
  std::int32_t y;
};

enum class GlyphKind : int { missing, blank, grey, coloured };

enum class GlyphPart : int { metrics, pixels };

}  // namespace

extern "C" {
int laurel_font_add(const char* family, int family_size, int weight);
void laurel_font_line(int font, double size_px, float* ascent_and_descent);
int laurel_font_contains(int font, int code_point);
GlyphKind laurel_font_letter(int font, double size_px, int oversampling, int code_point,
                             Glyph* glyph);
char* laurel_font_draw_letters(Corner* corners, int* sheet_width);
GlyphKind laurel_font_glyph(int font, double size_px, int oversampling, const char* text,
                            int text_size, int ink, GlyphPart part, Glyph* glyph);
}

namespace {

using laurel::web::CanvasFonts;

int font_of(const ImFontConfig* source) { return static_cast<int>(source->FontNo); }

float density_of(const ImFontConfig* source, const ImFontBaked* baked) {
  return source->RasterizerDensity * baked->RasterizerDensity;
}

/// Glyphs stand at fractions of a pixel. On coarse screens twice the columns keep them sharp there.
int oversampling_at(float density) { return density < 1.75f ? 2 : 1; }

/// Latin-1, its punctuation and the replacement character: letters of one colour, which every system's
/// fonts have. Whether a font has another one is found by comparing it with what none has, for which the
/// browser searches them all.
bool is_everywhere(ImWchar code_point) {
  return code_point < 0x100 || (code_point >= 0x2013 && code_point <= 0x2026) ||
         code_point == 0xFFFD;
}

bool contains_glyph(ImFontAtlas*, ImFontConfig* source, ImWchar code_point) {
  return is_everywhere(code_point) ||
         laurel_font_contains(font_of(source), static_cast<int>(code_point)) != 0;
}

bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
  const float density = density_of(source, baked);
  float ascent_and_descent[2] = {};
  laurel_font_line(font_of(source), baked->Size * density, ascent_and_descent);
  baked->Ascent = ImFloor(ascent_and_descent[0] / density + 0.5f);
  baked->Descent = -ImFloor(ascent_and_descent[1] / density + 0.5f);
  return true;
}

/// Finds a place in the atlas for the bitmap. False without room for it.
bool place(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, const Glyph& glyph,
           ImFontGlyph* out) {
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, glyph.width, glyph.height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  const float density = density_of(source, baked);
  const float stretched = density * static_cast<float>(oversampling_at(density));
  out->X0 = glyph.left / density;
  out->X1 = out->X0 + static_cast<float>(glyph.width) / stretched;
  out->Y0 = baked->Ascent + glyph.top / density;
  out->Y1 = out->Y0 + static_cast<float>(glyph.height) / density;
  out->Visible = true;
  out->PackId = id;
  return true;
}

void set_bitmap(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, const Glyph& glyph,
                ImFontGlyph* out) {
  ImFontAtlasBakedSetFontGlyphBitmap(
      atlas, baked, source, out, ImFontAtlasPackGetRect(atlas, out->PackId),
      reinterpret_cast<const unsigned char*>(glyph.pixels),
      out->Colored ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8,
      glyph.width * (out->Colored ? 4 : 1));
}

CanvasFonts& fonts_of(const ImFontAtlas& atlas) {
  return *static_cast<CanvasFonts*>(atlas.UserData);
}

/// What a code point stands for: itself, or a run.
laurel::ui::Run run_of(const ImFontAtlas& atlas, char32_t code_point) {
  if (const laurel::ui::Run* run = fonts_of(atlas).runs().find(code_point)) return *run;
  laurel::ui::Run letter;
  laurel::base::append_utf8(letter.text, code_point);
  return letter;
}

/// Measured now, drawn with the others at the end of the frame.
bool load_letter(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, ImWchar code_point,
                 ImFontGlyph* out) {
  const float density = density_of(source, baked);
  Glyph glyph{};
  const GlyphKind kind =
      laurel_font_letter(font_of(source), baked->Size * density, oversampling_at(density),
                         static_cast<int>(code_point), &glyph);
  out->Codepoint = code_point;
  out->AdvanceX = glyph.advance / density;
  if (kind == GlyphKind::blank) return true;
  const bool placed = place(atlas, source, baked, glyph, out);
  fonts_of(*atlas).draw_later(placed ? out->PackId : ImFontAtlasRectId_Invalid);
  return placed;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*,
                ImWchar code_point, ImFontGlyph* out, float* out_advance_x) {
  if (out != nullptr && is_everywhere(code_point)) {
    return load_letter(atlas, source, baked, code_point, out);
  }
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
  if (kind == GlyphKind::blank) return true;
  out->Colored = kind == GlyphKind::coloured;
  if (!place(atlas, source, baked, glyph, out)) return false;
  set_bitmap(atlas, source, baked, glyph, out);
  return true;
}

/// White with the letter's alpha.
void copy_letter(const char* sheet, int sheet_width, Corner corner, ImTextureData& texture,
                 const ImTextureRect& rect) {
  constexpr int alpha = 3;
  for (int y = 0; y < rect.h; ++y) {
    const char* from = sheet + 4 * ((corner.y + y) * sheet_width + corner.x) + alpha;
    auto* to = static_cast<ImU32*>(texture.GetPixelsAt(rect.x, rect.y + y));
    for (int x = 0; x < rect.w; ++x) {
      to[x] = IM_COL32(255, 255, 255, static_cast<unsigned char>(from[4 * x]));
    }
  }
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

CanvasFonts::CanvasFonts(ImFontAtlas& atlas, const ui::Runs& runs) : atlas_(atlas), runs_(runs) {
  atlas.UserData = this;
}

ImFont* CanvasFonts::add(const char* css_family, int css_weight) {
  ImFontConfig config;
  config.FontLoader = &canvas_loader;
  config.FontNo = static_cast<ImU32>(
      laurel_font_add(css_family, static_cast<int>(std::strlen(css_family)), css_weight));
  ImFont* font = atlas_.AddFont(&config);
  assert(font != nullptr);
  return font;
}

int CanvasFonts::texture() const { return atlas_.TexData->UniqueID; }

void CanvasFonts::draw_glyphs() {
  if (waiting_.empty()) return;
  ImTextureData& texture = *atlas_.TexData;
  assert(texture.Format == ImTextureFormat_RGBA32);
  std::vector<Corner> corners(waiting_.size());
  int sheet_width = 0;
  char* const sheet = laurel_font_draw_letters(corners.data(), &sheet_width);
  const Incoming pixels(sheet, 0);  // frees them
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    // One whose size is used no more has lost its place again.
    const ImTextureRect* rect = ImFontAtlasPackGetRectSafe(&atlas_, waiting_[i]);
    if (rect == nullptr) continue;
    copy_letter(sheet, sheet_width, corners[i], texture, *rect);
    ImFontAtlasTextureBlockQueueUpload(&atlas_, &texture, rect->x, rect->y, rect->w, rect->h);
  }
  waiting_.clear();
}

}  // namespace laurel::web

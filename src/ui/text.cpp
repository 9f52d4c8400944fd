#include "ui/text.h"

#include <cmath>

#include "base/utf8.h"

namespace laurel::ui {
namespace {

/// Scripts that are written without spaces and may be broken beside every character: CJK, kana,
/// Hangul and full-width forms (UAX #14 class ID and its neighbours, without their fine rules).
bool breaks_anywhere(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

/// Closing punctuation never begins a line.
bool must_not_begin_line(char32_t c) {
  return c == 0x3001 || c == 0x3002 || c == 0xFF01 || c == 0xFF09 || c == 0xFF0C || c == 0xFF1F ||
         c == 0x300D || c == 0x300F;
}

struct LineBreak {
  std::size_t end = 0;   // of the line
  std::size_t next = 0;  // where the next line begins
  bool space = false;
};

}  // namespace

Words::Words(const Fonts& fonts, float device_pixel_ratio)
    : fonts_(fonts), pixel_ratio_(device_pixel_ratio) {}

ImFontBaked& Words::baked(TextStyle style) const {
  const TypeSpec& spec = spec_of(style);
  ImFont* font = spec.bold ? fonts_.bold : fonts_.regular;
  return *font->GetFontBaked(spec.size, pixel_ratio_);
}

float Words::width_of(std::string_view text, TextStyle style) const {
  ImFontBaked& font = baked(style);
  float width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::code_point_at(text, at);
    at += c.bytes;
    width += font.GetCharAdvance(c.value);
  }
  return width;
}

std::vector<TextLine> Words::broken(std::string_view text, TextStyle style, float width) const {
  ImFontBaked& font = baked(style);
  std::vector<TextLine> lines;
  std::size_t begin = 0;
  float line_width = 0;
  LineBreak last;  // the last place where this line may be broken
  char32_t previous = 0;
  const auto end_line = [&](const LineBreak& at) {
    lines.push_back({std::string(text.substr(begin, at.end - begin)), at.space});
    begin = at.next;
    line_width = 0;
    last = {};
    previous = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::code_point_at(text, at);
    if (c.value == U'\n') {
      end_line({at, at + c.bytes, false});
      at = begin;
      continue;
    }
    const bool between = previous != 0 && !must_not_begin_line(c.value) && previous != U' ' &&
                         (breaks_anywhere(c.value) || breaks_anywhere(previous));
    if (c.value == U' ') {
      last = {at, at + c.bytes, true};
    } else if (between || (previous == U'-' && line_width > 0)) {
      last = {at, at, false};
    }
    line_width += font.GetCharAdvance(c.value);
    const bool too_wide = line_width > width && c.value != U' ' && at > begin;
    if (too_wide) {
      end_line(last.next > begin ? last : LineBreak{at, at, false});
      at = begin;  // the rest of the broken word is measured again, on its new line
      continue;
    }
    previous = c.value;
    at += c.bytes;
  }
  end_line({text.size(), text.size(), false});
  return lines;
}

void Words::draw(ImDrawList& list, std::string_view line, TextStyle style, Point top_left,
                 ImU32 colour) const {
  ImFontBaked& font = baked(style);
  const auto snapped = [this](float at) { return std::round(at * pixel_ratio_) / pixel_ratio_; };
  // Half of what the line box has more than the font's own height stands above it, as in CSS.
  const float leading = spec_of(style).line_height - (font.Ascent - font.Descent);
  const float top = snapped(top_left.y + leading / 2);
  float pen = top_left.x;
  for (std::size_t at = 0; at < line.size();) {
    const base::CodePoint c = base::code_point_at(line, at);
    at += c.bytes;
    const ImFontGlyph* glyph = font.FindGlyph(c.value);
    if (glyph == nullptr) continue;
    if (glyph->Visible) {
      const float x = snapped(pen) + glyph->X0;
      const ImU32 ink = glyph->Colored ? (colour | ~IM_COL32_A_MASK) : colour;
      list.PrimReserve(6, 4);
      list.PrimRectUV({x, top + glyph->Y0}, {x + glyph->X1 - glyph->X0, top + glyph->Y1},
                      {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, ink);
    }
    pen += glyph->AdvanceX;
  }
}

}  // namespace laurel::ui

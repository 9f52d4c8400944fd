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

bool may_break_between(char32_t before, char32_t after) {
  if (before == U'-') return after != U'-';
  if (must_not_begin_line(after)) return false;
  return breaks_anywhere(before) || breaks_anywhere(after);
}

/// The longest part of `text` from `at` that no line may break, without the space behind it.
std::string_view unbreakable_part(std::string_view text, std::size_t at) {
  char32_t previous = 0;
  for (std::size_t end = at; end < text.size();) {
    const base::CodePoint c = base::code_point_at(text, end);
    const bool ends = c.value == U' ' || c.value == U'\n' ||
                      (previous != 0 && may_break_between(previous, c.value));
    if (ends) return text.substr(at, end - at);
    previous = c.value;
    end += c.bytes;
  }
  return text.substr(at);
}

/// One character with the marks that belong to it.
std::string_view cluster_at(std::string_view text, std::size_t at) {
  constexpr char32_t joiner = 0x200D;
  base::CodePoint last = base::code_point_at(text, at);
  std::size_t end = at + last.bytes;
  while (end < text.size()) {
    const base::CodePoint next = base::code_point_at(text, end);
    if (!extends_cluster(next.value) && last.value != joiner) break;
    last = next;
    end += next.bytes;
  }
  return text.substr(at, end - at);
}

std::uint32_t rgb_of(ImU32 colour) {
  const auto channel = [colour](int shift) { return (colour >> shift) & 0xFF; };
  return channel(IM_COL32_R_SHIFT) << 16 | channel(IM_COL32_G_SHIFT) << 8 |
         channel(IM_COL32_B_SHIFT);
}

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
  for (const Piece& piece : pieces_of(text)) {
    if (piece.shaped) {
      width += font.GetCharAdvance(fonts_.runs->code_of({std::string(piece.text)}));
      continue;
    }
    for (std::size_t at = 0; at < piece.text.size();) {
      const base::CodePoint c = base::code_point_at(piece.text, at);
      at += c.bytes;
      width += font.GetCharAdvance(c.value);
    }
  }
  return width;
}

std::vector<TextLine> Words::broken(std::string_view text, TextStyle style, float width) const {
  const float space = width_of(" ", style);
  std::vector<TextLine> lines(1);
  float line_width = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n') {
      lines.emplace_back();
      line_width = 0;
      ++at;
      continue;
    }
    if (text[at] == ' ') {
      lines.back().text += ' ';
      line_width += space;
      ++at;
      continue;
    }
    std::string_view part = unbreakable_part(text, at);
    float part_width = width_of(part, style);
    const bool alone = lines.back().text.find_first_not_of(' ') == std::string::npos;
    if (part_width > width && alone) {
      // Wider than any line: as many characters as fit, one at least.
      std::size_t fitting = cluster_at(text, at).size();
      while (fitting < part.size()) {
        const std::size_t more = fitting + cluster_at(part, fitting).size();
        if (width_of(part.substr(0, more), style) > width) break;
        fitting = more;
      }
      part = part.substr(0, fitting);
      part_width = width_of(part, style);
    }
    if (line_width + part_width > width && !alone) {
      TextLine& full = lines.back();
      full.space_after = full.text.back() == ' ';
      while (!full.text.empty() && full.text.back() == ' ') full.text.pop_back();
      lines.emplace_back();
      line_width = 0;
      continue;
    }
    lines.back().text += part;
    line_width += part_width;
    at += part.size();
  }
  return lines;
}

void Words::draw(ImDrawList& list, std::string_view line, TextStyle style, Point top_left,
                 ImU32 colour, Shaping shaping) const {
  ImFontBaked& font = baked(style);
  const auto snapped = [this](float at) { return std::round(at * pixel_ratio_) / pixel_ratio_; };
  // Half of what the line box has more than the font's own height stands above it, as in CSS.
  const float leading = spec_of(style).line_height - (font.Ascent - font.Descent);
  const float top = snapped(top_left.y + leading / 2);
  float pen = top_left.x;
  const auto draw_glyph = [&](char32_t code) {
    const ImFontGlyph* glyph = font.FindGlyph(code);
    if (glyph == nullptr) return;
    if (glyph->Visible) {
      const float x = snapped(pen) + glyph->X0;
      const ImU32 ink = glyph->Colored ? (colour | ~IM_COL32_A_MASK) : colour;
      list.PrimReserve(6, 4);
      list.PrimRectUV({x, top + glyph->Y0}, {x + glyph->X1 - glyph->X0, top + glyph->Y1},
                      {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, ink);
    }
    pen += glyph->AdvanceX;
  };
  // UAX #9: what follows is embedded from right to left.
  constexpr const char* right_to_left_embedding = "\u202B";
  const bool turned = shaping == Shaping::right_to_left;
  for (const Piece& piece : turned ? std::vector{shaped(line)} : pieces_of(line)) {
    if (piece.shaped) {
      Run run{(turned ? right_to_left_embedding : "") + std::string(piece.text)};
      if (piece.brings_colours) run.ink = rgb_of(colour);
      draw_glyph(fonts_.runs->code_of(std::move(run)));
      continue;
    }
    for (std::size_t at = 0; at < piece.text.size();) {
      const base::CodePoint c = base::code_point_at(piece.text, at);
      at += c.bytes;
      draw_glyph(c.value);
    }
  }
}

}  // namespace laurel::ui

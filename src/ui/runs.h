// Words that must be drawn whole, because their characters change shape or place beside each other:
// Arabic, Hebrew, Devanagari, Thai, combining marks, flags and joined emoji. The browser shapes such a
// run and rasterises it as one picture.
//
// ImGui keeps pictures by code point, so every run gets a code point of its own from Unicode's private
// use area; the font loader asks back which run it stands for. What no run needs is drawn letter by
// letter.
//
//   for (const ui::Piece& piece : ui::pieces_of("Ana عنا")) …      // one piece, shaped: bidirectional
//   runs.code_of({"नमस्ते"}) == 0xE000;   runs.find(0xE000)->text == "नमस्ते"
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace laurel::ui {

struct Piece {
  std::string_view text;
  bool shaped = false;
  bool brings_colours = false;  // emoji among it: the words around them must be drawn in their ink
};

/// What a code point stands for.
struct Run {
  std::string text;
  /// As 0xRRGGBB, of a run with emoji; other runs are drawn once and tinted as any letter is.
  std::optional<std::uint32_t> ink = std::nullopt;

  friend bool operator==(const Run&, const Run&) = default;
};

/// Of one line, in its order. A line with a character that is written from right to left is one
/// piece, so that the browser orders it (UAX #9); else the words that need it are pieces of their own.
[[nodiscard]] std::vector<Piece> pieces_of(std::string_view line);

/// The line as one piece that the browser orders.
[[nodiscard]] Piece shaped(std::string_view line);

/// Whether any of it is written from right to left.
[[nodiscard]] bool has_right_to_left(std::string_view text);

/// Whether a line may not be broken before this character (UAX #29: marks, joiners, modifiers).
[[nodiscard]] bool extends_cluster(char32_t c);

class Runs {
 public:
  /// The private use area of the basic plane; the last runs share the last code point's place only
  /// when a page shows more different ones than this in its life.
  static constexpr char32_t first_code = 0xE000;
  static constexpr char32_t last_code = 0xF8FF;

  [[nodiscard]] char32_t code_of(Run run);
  /// Null where the code point stands for no run.
  [[nodiscard]] const Run* find(char32_t code) const;

 private:
  using Key = std::pair<std::string, std::int64_t>;
  [[nodiscard]] static Key key_of(const Run& run);

  std::vector<Run> runs_;
  std::map<Key, char32_t> codes_;
};

}  // namespace laurel::ui

#include "domain/folding.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "domain_tables/foldings.h"

namespace laurel::domain {
namespace {

struct CodePoints {
  char32_t first;
  char32_t last;
};

/// Spaces and punctuation beyond ASCII, as they are after folding. The joiners U+200C and U+200D stand
/// inside words.
constexpr std::array separators = {
    CodePoints{0x80, 0xBF},     CodePoints{0xD7, 0xD7},     CodePoints{0xF7, 0xF7},
    CodePoints{0x60C, 0x60C},   CodePoints{0x61B, 0x61B},   CodePoints{0x61F, 0x61F},
    CodePoints{0x6D4, 0x6D4},   CodePoints{0x964, 0x965},   CodePoints{0x2000, 0x200B},
    CodePoints{0x200E, 0x206F}, CodePoints{0x2E00, 0x2E7F}, CodePoints{0x3000, 0x3004},
    CodePoints{0x3008, 0x303F}, CodePoints{0x30FB, 0x30FB}, CodePoints{0xFF01, 0xFF0F},
    CodePoints{0xFF1A, 0xFF20}, CodePoints{0xFF3B, 0xFF40}, CodePoints{0xFF5B, 0xFF65}};

bool is_separator(char32_t c) {
  if (c < 0x80) {
    return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }
  return std::any_of(separators.begin(), separators.end(), [c](const CodePoints& range) {
    return c >= range.first && c <= range.last;
  });
}

void append_folded(std::string& out, char32_t c) {
  const auto found =
      std::lower_bound(foldings.begin(), foldings.end(), c,
                       [](const Folding& entry, char32_t value) { return entry.from < value; });
  if (found != foldings.end() && found->from == c) {
    out += found->to;
  } else {
    base::append_utf8(out, c);
  }
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::code_point_at(text, at);
    at += c.bytes;
    if (c.value < 0x80) {
      const bool capital = c.value >= 'A' && c.value <= 'Z';
      out.push_back(static_cast<char>(capital ? c.value + ('a' - 'A') : c.value));
    } else {
      append_folded(out, c.value);
    }
  }
  return out;
}

std::vector<std::string> folded_words(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < folded.size();) {
    const base::CodePoint c = base::code_point_at(folded, at);
    if (!is_separator(c.value)) {
      words.back().append(folded, at, c.bytes);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
    at += c.bytes;
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string folded_letters(std::string_view text) {
  const std::string folded = fold(text);
  std::string letters;
  for (std::size_t at = 0; at < folded.size();) {
    const base::CodePoint c = base::code_point_at(folded, at);
    if (!is_separator(c.value)) letters.append(folded, at, c.bytes);
    at += c.bytes;
  }
  return letters;
}

}  // namespace laurel::domain

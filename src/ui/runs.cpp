#include "ui/runs.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace laurel::ui {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](Range range) { return c >= range.first && c <= range.last; });
}

/// Blocks of Unicode 15 whose characters have the bidirectional class R or AL.
constexpr std::array<Range, 5> right_to_left = {{{0x0590, 0x08FF},
                                                 {0xFB1D, 0xFDFF},
                                                 {0xFE70, 0xFEFE},
                                                 {0x10800, 0x10FFF},
                                                 {0x1E800, 0x1EFFF}}};

/// Characters that join or modify the one before: marks, joiners, variation selectors, skin tones,
/// tags.
constexpr std::array<Range, 16> extending = {{{0x0300, 0x036F},
                                              {0x0900, 0x0903},
                                              {0x093A, 0x094F},
                                              {0x0951, 0x0957},
                                              {0x0E31, 0x0E31},
                                              {0x0E34, 0x0E3A},
                                              {0x0E47, 0x0E4E},
                                              {0x1AB0, 0x1AFF},
                                              {0x1DC0, 0x1DFF},
                                              {0x200C, 0x200D},
                                              {0x20D0, 0x20FF},
                                              {0xFE00, 0xFE0F},
                                              {0xFE20, 0xFE2F},
                                              {0x1F3FB, 0x1F3FF},
                                              {0xE0020, 0xE007F},
                                              {0xE0100, 0xE01EF}}};

/// Scripts of South and South-East Asia, Mongolian, and flags, which are pairs of letters.
constexpr std::array<Range, 8> shaping = {{{0x0900, 0x109F},
                                           {0x1100, 0x11FF},
                                           {0x1700, 0x18AF},
                                           {0x1900, 0x1AAF},
                                           {0x1B00, 0x1CFF},
                                           {0xA800, 0xAAFF},
                                           {0x11000, 0x11FFF},
                                           {0x1F1E6, 0x1F1FF}}};

/// Characters that fonts draw in colours of their own.
constexpr std::array<Range, 3> pictographs = {{{0x2600, 0x27BF}, {0xFE0F, 0xFE0F}, {0x1F000, 0x1FAFF}}};

template <class Predicate>
bool any_character(std::string_view text, const Predicate& is_wanted) {
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::code_point_at(text, at);
    if (is_wanted(c.value)) return true;
    at += c.bytes;
  }
  return false;
}

bool needs_shaping(char32_t c) {
  const bool private_use = c >= Runs::first_code && c <= Runs::last_code;
  return extends_cluster(c) || is_in(shaping, c) || private_use;
}

}  // namespace

Piece shaped(std::string_view line) {
  return {line, true, any_character(line, [](char32_t c) { return is_in(pictographs, c); })};
}

bool extends_cluster(char32_t c) { return is_in(extending, c); }

bool has_right_to_left(std::string_view text) {
  return any_character(text, [](char32_t c) { return is_in(right_to_left, c); });
}

std::vector<Piece> pieces_of(std::string_view line) {
  // Nearly every line is plain, and looking at bytes says so at once: all of the above needs a lead
  // byte of 0xCC or more.
  const bool plain = std::all_of(line.begin(), line.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0xCC;
  });
  if (plain) return {{line}};
  if (has_right_to_left(line)) return {shaped(line)};

  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t space = line.find(' ', at);
    const std::size_t end = space == std::string_view::npos ? line.size() : space;
    const std::string_view word = line.substr(at, end - at);
    if (any_character(word, needs_shaping)) {
      pieces.push_back(shaped(word));
      if (end < line.size()) pieces.push_back({line.substr(end, 1)});
    } else {
      pieces.push_back({line.substr(at, std::min(end + 1, line.size()) - at)});
    }
    at = end + 1;
  }
  return pieces;
}

Runs::Key Runs::key_of(const Run& run) {
  constexpr std::int64_t no_ink = -1;
  return {run.text, run.ink ? std::int64_t{*run.ink} : no_ink};
}

char32_t Runs::code_of(Run run) {
  Key key = key_of(run);
  const auto known = codes_.find(key);
  if (known != codes_.end()) return known->second;
  const auto next = static_cast<char32_t>(first_code + runs_.size());
  if (next > last_code) return last_code;
  codes_.emplace(std::move(key), next);
  runs_.push_back(std::move(run));
  return next;
}

const Run* Runs::find(char32_t code) const {
  if (code < first_code || code - first_code >= runs_.size()) return nullptr;
  return &runs_[code - first_code];
}

}  // namespace laurel::ui

#include "domain/search.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "domain/folding.h"

namespace laurel::domain {
namespace {

struct CodePoints {
  char32_t first;
  char32_t last;
};

constexpr std::array without_spaces = {
    CodePoints{0x0E00, 0x0EFF},   // Thai, Lao
    CodePoints{0x1000, 0x109F},   // Myanmar
    CodePoints{0x1780, 0x17FF},   // Khmer
    CodePoints{0x3005, 0x3007},   // 々 and the like
    CodePoints{0x3040, 0x30FF},   // Hiragana, Katakana
    CodePoints{0x3400, 0x4DBF},   // Han
    CodePoints{0x4E00, 0x9FFF},
    CodePoints{0xF900, 0xFAFF},
    CodePoints{0xFF66, 0xFF9F},   // half-width Katakana
    CodePoints{0x20000, 0x3FFFF}};

bool is_without_spaces(char32_t c) {
  return std::any_of(without_spaces.begin(), without_spaces.end(), [c](const CodePoints& range) {
    return c >= range.first && c <= range.last;
  });
}

char32_t character_before(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return base::code_point_at(text, at).value;
}

bool has(const std::vector<std::string>& words, const std::string& wanted) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return begins(word, wanted); });
}

/// Those that the text lacks.
std::vector<std::string> missing_in(const std::vector<std::string>& text,
                                    const std::vector<std::string>& wanted) {
  std::vector<std::string> missing;
  for (const std::string& word : wanted) {
    if (!has(text, word)) missing.push_back(word);
  }
  return missing;
}

struct Ranked {
  int rank;
  Found found;
};

/// The best line for the words that the title lacks; nothing where the lines lack one of them.
std::optional<std::size_t> best_line(const std::vector<std::string>& lines,
                                     const std::vector<std::string>& wanted) {
  std::vector<std::string> nowhere = wanted;
  std::optional<std::size_t> best;
  std::size_t fewest = wanted.size();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto words = folded_words(lines[i]);
    nowhere = missing_in(words, nowhere);
    const std::size_t missing = missing_in(words, wanted).size();
    if (missing >= fewest) continue;
    fewest = missing;
    best = i;
  }
  return nowhere.empty() ? best : std::nullopt;
}

std::optional<Ranked> rank(const std::vector<std::string>& wanted, const Searchable& thing,
                           std::size_t position) {
  const auto title = folded_words(thing.title);
  const auto missing = missing_in(title, wanted);
  if (missing.empty()) {
    const bool whole = title.size() == wanted.size() && missing_in(wanted, title).empty();
    return Ranked{whole ? 0 : 1, {position, std::nullopt}};
  }
  const auto line = best_line(thing.lines, missing);
  if (!line) return std::nullopt;
  return Ranked{2, {position, line}};
}

bool ends_sentence(std::string_view text, std::size_t at, std::size_t after) {
  constexpr std::array<std::string_view, 5> wide_ends = {"。", "！", "？", "؟", "।"};
  const std::string_view character = text.substr(at, after - at);
  if (std::find(wide_ends.begin(), wide_ends.end(), character) != wide_ends.end()) return true;
  const bool narrow_end = character == "." || character == "!" || character == "?";
  return narrow_end && after < text.size() && text[after] == ' ';
}

}  // namespace

bool may_begin_at(std::string_view word, std::size_t at) {
  return at == 0 || is_without_spaces(base::code_point_at(word, at).value) ||
         is_without_spaces(character_before(word, at));
}

bool begins(std::string_view word, std::string_view part) {
  std::size_t at = word.find(part);
  while (at != std::string_view::npos) {
    if (may_begin_at(word, at)) return true;
    at = word.find(part, at + 1);
  }
  return false;
}

std::vector<Found> search(const std::vector<std::string>& words,
                          const std::vector<Searchable>& things, std::size_t limit) {
  if (words.empty()) return {};
  std::vector<Ranked> ranked;
  for (std::size_t i = 0; i < things.size(); ++i) {
    if (auto match = rank(words, things[i], i)) ranked.push_back(*match);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
  if (ranked.size() > limit) ranked.resize(limit);
  std::vector<Found> found;
  for (const Ranked& match : ranked) found.push_back(match.found);
  return found;
}

std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> sentences;
  const auto add = [&](std::string_view sentence) {
    sentence = base::trim(sentence);
    if (!sentence.empty()) sentences.emplace_back(sentence);
  };
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t after = at + base::code_point_at(text, at).bytes;
    if (ends_sentence(text, at, after)) {
      add(text.substr(start, after - start));
      start = after;
    }
    at = after;
  }
  add(text.substr(start));
  return sentences;
}

}  // namespace laurel::domain

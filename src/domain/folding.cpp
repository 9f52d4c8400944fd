#include "domain/folding.h"

#include <algorithm>

#include "base/utf8.h"
#include "domain_tables/foldings.h"

namespace laurel::domain {
namespace {

bool is_separator(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool digit = c >= '0' && c <= '9';
  return static_cast<unsigned char>(c) < 0x80 && !letter && !digit;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::code_point_at(text, at);
    at += c.bytes;
    const auto found =
        std::lower_bound(foldings.begin(), foldings.end(), c.value,
                         [](const Folding& entry, char32_t value) { return entry.from < value; });
    if (found != foldings.end() && found->from == c.value) {
      out += found->to;
    } else {
      base::append_utf8(out, c.value);
    }
  }
  return out;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : fold(text)) {
    if (!is_separator(c)) {
      words.back().push_back(c);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

}  // namespace laurel::domain

#include "base/writing_direction.h"

#include <cstddef>

namespace laurel::base {
namespace {

constexpr std::string_view scripts =
    " adlm arab aran hebr mand mend nkoo rohg samr syrc syre syrj syrn thaa yezi ";
constexpr std::string_view languages =
    " ar aeb ajp apc apd ary arz acm ars azb bal bgn bqi ckb dv fa glk haz he iw ji khw ks lrc luz "
    "mzn nqo pnb prs ps rhg sd sdh skr syr ug ur yi ";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether the list, of words between spaces, has the subtag.
bool has(std::string_view list, std::string_view subtag) {
  for (std::size_t at = 0; at + subtag.size() + 1 < list.size(); ++at) {
    if (list[at] != ' ' || list[at + subtag.size() + 1] != ' ') continue;
    std::size_t same = 0;
    while (same < subtag.size() && list[at + 1 + same] == lower(subtag[same])) ++same;
    if (same == subtag.size()) return !subtag.empty();
  }
  return false;
}

/// Takes what stands before the next hyphen.
std::string_view take_subtag(std::string_view& tag) {
  const std::size_t size = tag.find('-');
  const std::string_view subtag = tag.substr(0, size);
  tag.remove_prefix(size == std::string_view::npos ? tag.size() : size + 1);
  return subtag;
}

}  // namespace

Direction direction_of_language(std::string_view tag) {
  const std::string_view language = take_subtag(tag);
  std::string_view next = take_subtag(tag);
  while (next.size() == 3 && lower(next[0]) >= 'a') next = take_subtag(tag);  // "zh-yue"
  // A variant that is as long begins with a digit.
  const bool names_script = next.size() == 4 && lower(next[0]) >= 'a';
  const bool mirrored = names_script ? has(scripts, next) : has(languages, language);
  return mirrored ? Direction::right_to_left : Direction::left_to_right;
}

}  // namespace laurel::base

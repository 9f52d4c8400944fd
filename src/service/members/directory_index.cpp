#include "service/members/directory_index.h"

#include <algorithm>

#include "base/utf8.h"
#include "domain/folding.h"
#include "domain/search.h"

namespace laurel::service::members {
namespace {

constexpr char separator = '\t';  // no folded word holds one
/// Of one name: so that a place is short enough to travel. Nobody's name is longer.
constexpr std::size_t max_name_bytes = 300;
/// Of one member; who has more is found by the first ones.
constexpr std::size_t max_beginnings = 24;

/// The words with a space between each two of them, as many as fit.
std::string comparable(std::string_view name) {
  std::string text;
  for (const std::string& word : domain::folded_words(name)) {
    if (text.size() + 1 + word.size() > max_name_bytes) break;
    if (!text.empty()) text.push_back(' ');
    text += word;
  }
  return text;
}

void add_words(std::string_view name, std::vector<std::string>& words) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    words.emplace_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
}

}  // namespace

std::string place_of(const domain::Profile& profile, const domain::MemberId& account) {
  return comparable(profile.last_name) + separator + comparable(profile.first_name) + separator +
         account.value;
}

domain::MemberId account_at(std::string_view place) {
  return domain::MemberId(std::string(place.substr(place.rfind(separator) + 1)));
}

std::vector<std::string> words_at(std::string_view place) {
  std::vector<std::string> words;
  const std::size_t first_name = std::min(place.find(separator), place.size());
  add_words(place.substr(0, first_name), words);
  place.remove_prefix(std::min(first_name + 1, place.size()));
  add_words(place.substr(0, place.find(separator)), words);
  return words;
}

bool has_words(std::string_view place, const std::vector<std::string>& wanted) {
  if (wanted.empty()) return true;
  const auto words = words_at(place);
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& one) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return domain::begins(word, one); });
  });
}

std::vector<std::string> beginnings_at(std::string_view place) {
  std::vector<std::string> beginnings;
  for (const std::string& word : words_at(place)) {
    for (std::size_t at = 0; at < word.size(); at += base::code_point_at(word, at).bytes) {
      if (domain::may_begin_at(word, at)) beginnings.push_back(word.substr(at));
    }
  }
  std::sort(beginnings.begin(), beginnings.end());
  beginnings.erase(std::unique(beginnings.begin(), beginnings.end()), beginnings.end());
  if (beginnings.size() > max_beginnings) beginnings.resize(max_beginnings);
  return beginnings;
}

}  // namespace laurel::service::members

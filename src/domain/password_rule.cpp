#include "domain/password_rule.h"

#include <algorithm>

#include "base/utf8.h"
#include "domain/folding.h"

namespace laurel::domain {
namespace {

constexpr std::size_t min_personal_code_points = 3;

bool is_common(std::string_view password, std::span<const std::string_view> common) {
  return std::binary_search(common.begin(), common.end(), password);
}

/// The folded password without the words, which are given longest first. Nothing when it has none.
std::optional<std::string> without_words(std::string_view password,
                                         std::span<const std::string> words) {
  std::string rest = fold(password);
  bool found = false;
  for (const std::string& word : words) {
    for (std::size_t at = rest.find(word); at != std::string::npos; at = rest.find(word, at)) {
      rest.erase(at, word.size());
      found = true;
    }
  }
  if (!found) return std::nullopt;
  return rest;
}

}  // namespace

std::vector<std::string> personal_words(std::initializer_list<std::string_view> texts) {
  std::vector<std::string> words;
  for (const std::string_view text : texts) {
    for (std::string& word : folded_words(text)) {
      if (base::count_code_points(word) >= min_personal_code_points) {
        words.push_back(std::move(word));
      }
    }
  }
  std::sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::optional<PasswordFault> password_fault(std::string_view password,
                                            std::span<const std::string> personal,
                                            std::span<const std::string_view> common) {
  if (base::count_code_points(password) < min_password_code_points) {
    return PasswordFault::too_short;
  }
  if (password.size() > max_password_bytes) return PasswordFault::too_long;
  if (is_common(base::ascii_lower(password), common)) return PasswordFault::too_common;
  if (const auto rest = without_words(password, personal)) {
    const std::string counted = folded_letters(*rest);
    if (base::count_code_points(counted) < min_password_code_points || is_common(counted, common)) {
      return PasswordFault::too_personal;
    }
  }
  return std::nullopt;
}

}  // namespace laurel::domain

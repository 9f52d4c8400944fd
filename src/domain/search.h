// Finding things by words, whatever their case, accents and order. A word that is looked for must
// begin a word of the thing. In scripts that are written without spaces (Chinese, Japanese, Thai)
// every character begins one.
//
//   const std::vector<domain::Searchable> things = {{"Privacy policy", {"We keep little."}}};
//   domain::search(domain::folded_words("LITTLE pol"), things, 50)   // thing 0, for its line 0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace laurel::domain {

/// Whether a word that is looked for may begin at this byte of a word, where a character begins.
[[nodiscard]] bool may_begin_at(std::string_view word, std::size_t at);

/// Whether the part begins the word, or a word within it. Both are folded, and not empty.
[[nodiscard]] bool begins(std::string_view word, std::string_view part);

struct Searchable {
  std::string title;
  std::vector<std::string> lines;  // what else it says
};

struct Found {
  std::size_t thing = 0;            // its place in the list
  std::optional<std::size_t> line;  // the first with the most of what the title lacks

  friend bool operator==(const Found&, const Found&) = default;
};

/// The things that have every word, at most `limit`: first those whose title is nothing but the
/// words, then those with all words in their title, then the others; each in the list's order.
/// `words` are folded (domain/folding.h); without words nothing is found.
[[nodiscard]] std::vector<Found> search(const std::vector<std::string>& words,
                                        const std::vector<Searchable>& things, std::size_t limit);

/// "One. Two? Three" in three parts.
[[nodiscard]] std::vector<std::string> sentences_of(std::string_view text);

}  // namespace laurel::domain

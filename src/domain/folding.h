// Text as people compare it: without case and accents.
//
//   domain::fold("Ødegård-Núñez") == "odegard-nunez"
//   domain::folded_words("  Ødegård-Núñez, Zoë ") == {"odegard", "nunez", "zoe"}
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace laurel::domain {

/// Latin, Greek and Cyrillic letters in lower case, without marks; "ß" becomes "ss", "ø" "o". Other
/// scripts stay as they are. The table is made of Unicode's data by cmake/folding.py.
[[nodiscard]] std::string fold(std::string_view text);

/// The parts of the folded text between spaces and punctuation, in their order.
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);

/// The same in one piece: "DE-24-B-01877" is "de24b01877".
[[nodiscard]] std::string folded_letters(std::string_view text);

}  // namespace laurel::domain

// Where the lines of a language begin.
//
//   direction_of_language("en") == Direction::left_to_right
//   direction_of_language("ar-EG") == Direction::right_to_left
//   direction_of_language("ar-Latn") == Direction::left_to_right      // the script decides
//
// Scripts have a direction, languages have none (W3C, "Languages using right-to-left scripts"). A tag
// (BCP 47, RFC 5646) names a language's script only where it is not the usual one.
// The scripts are those of today with RTL=YES in CLDR's scriptMetadata.txt; the languages those that
// CLDR's likelySubtags.xml gives one of them, wherever they are spoken. A language whose script depends
// on the country is taken for left to right without a script subtag: "pa-Arab", "az-Arab".
#pragma once

#include <string_view>

namespace laurel::base {

enum class Direction { left_to_right, right_to_left };

[[nodiscard]] Direction direction_of_language(std::string_view tag);

}  // namespace laurel::base

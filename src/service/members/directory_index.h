// How members are listed and found in the directory: by a place in the order of last names, and by the
// words of their names.
//
//   const std::string place = members::place_of(profile, account);     // "lind\tmara\t4Nc…"
//
// A place is a value and no number of a row. So it is also what a search goes on after, whoever came
// or went meanwhile.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/member.h"
#include "domain/profile.h"

namespace laurel::service::members {

/// The last and the first name as people compare them, and the id, which keeps namesakes apart.
[[nodiscard]] std::string place_of(const domain::Profile& profile,
                                   const domain::MemberId& account);

[[nodiscard]] domain::MemberId account_at(std::string_view place);

/// Of both names.
[[nodiscard]] std::vector<std::string> words_at(std::string_view place);

/// Whether each of the words begins one of the names' (domain/search.h).
[[nodiscard]] bool has_words(std::string_view place, const std::vector<std::string>& wanted);

/// Each way in which somebody may begin to type a part of the names: "nunez" of "odegard nunez", and
/// in scripts that are written without spaces every character and what follows it in its word.
[[nodiscard]] std::vector<std::string> beginnings_at(std::string_view place);

}  // namespace laurel::service::members

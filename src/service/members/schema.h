// What is kept of members.
// Rename nothing: names are in members' databases.
#pragma once

#include <array>

#include "ports/store.h"

namespace laurel::service::members::schema {

inline constexpr ports::Index by_name{"name"};              // "ipma lind mara"
inline constexpr ports::Index by_place{"place"};            // see profile_records.h
inline constexpr ports::Index by_country{"country"};
inline constexpr ports::Index by_association{"member_association"};
inline constexpr ports::Index by_country_and_association{"country_and_association"};

inline constexpr std::array name_indexes{by_name};
inline constexpr std::array profile_indexes{by_place, by_country, by_association,
                                            by_country_and_association};

inline constexpr ports::Collection profiles{"profiles", profile_indexes};
inline constexpr ports::Collection photos{"photos"};
inline constexpr ports::Collection directory_words{"directory_words", name_indexes};

}  // namespace laurel::members::schema

// What is kept of the catalogue.
// Rename nothing: names are in members' databases.
#pragma once

#include <array>

#include "ports/store.h"

namespace laurel::service::catalogue::schema {

inline constexpr ports::Index by_end{"end"};                // "ipma events 2026-12-05"

inline constexpr std::array offer_indexes{by_end};

inline constexpr ports::Collection offers{"offers", offer_indexes};

}  // namespace laurel::catalogue::schema

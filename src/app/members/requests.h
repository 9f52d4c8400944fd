// What is asked about members, themselves and others.
#pragma once

#include <cstdint>

#include "app/feature.h"
#include "app/request.h"

namespace laurel::app::members {

enum class Purpose : std::uint8_t {
  search_directory,
  read_member,
  read_profile,
  save_profile,
  read_other_profile,  // after a save that came second
  read_preview,
  save_photo,
  remove_photo,
};
[[nodiscard]] constexpr Feature feature_of(Purpose) { return Feature::members; }
[[nodiscard]] constexpr Audience audience_of(Purpose) { return Audience::member; }

}  // namespace laurel::app::members

// What is asked of what everybody may read.
#pragma once

#include <cstdint>

#include "app/feature.h"
#include "app/request.h"

namespace laurel::app::catalogue {

enum class Purpose : std::uint8_t {
  read_education,
  read_events,
  read_organisations,
  read_text,
  search,
};
[[nodiscard]] constexpr Feature feature_of(Purpose) { return Feature::catalogue; }
[[nodiscard]] constexpr Audience audience_of(Purpose) { return Audience::everybody; }

enum class MemberAssociationsPurpose : std::uint8_t {
  read_member_associations,
};
[[nodiscard]] constexpr Feature feature_of(MemberAssociationsPurpose) {
  return Feature::member_associations;
}
[[nodiscard]] constexpr Audience audience_of(MemberAssociationsPurpose) {
  return Audience::everybody;
}

}  // namespace laurel::app::catalogue

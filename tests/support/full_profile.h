// Profiles as their owners fill them in.
#pragma once

#include "domain/profile.h"

namespace laurel::tests {

/// A profile with every field filled in, each with a text that no other has.
inline domain::Profile full_profile() {
  domain::Profile profile;
  profile.first_name = "Mara";
  profile.last_name = "Lind";
  profile.country = "NO";
  profile.country_of_origin = "SE";
  profile.member_association = "ZPM";
  profile.mobile = "+46701234567";
  profile.biography = "Bridges first.\nThen tunnels.";
  profile.gender = domain::Gender::another;
  profile.year_of_birth = 1979;
  profile.job_title = "Programme lead";
  profile.company = "Skyline Works";
  profile.industry = "Construction";
  profile.years_of_experience = 17;
  profile.interests = "Chess, sailing";
  profile.privacy = domain::Privacy::public_profile;
  return profile;
}

}  // namespace laurel::tests

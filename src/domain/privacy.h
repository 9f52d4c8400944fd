// The guide's table of what other members see of a profile (my-ipma-account, "Privacy options of the
// individual profile"), the one place where it stands. A field that is not in it is never shown: the
// mobile phone, the registration's country, interests, years of experience.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "domain/profile.h"

namespace laurel::domain {

struct Visibility {
  std::string_view field;
  bool in_public;
  bool in_general;
  bool in_private;
};

inline constexpr std::array visibilities = {
    //         field                 public general private
    Visibility{"member_id",           true,  true,  true},  // its address, not in the guide
    Visibility{"first_name",          true,  true,  true},
    Visibility{"last_name",           true,  true,  true},
    Visibility{"email",               true,  false, false},
    Visibility{"job_title",           true,  true,  false},
    Visibility{"company",             true,  false, false},
    Visibility{"industry",            true,  false, false},
    Visibility{"country_of_origin",   true,  false, false},
    Visibility{"member_association",  true,  true,  false},
    Visibility{"year_of_birth",       true,  false, false},
    Visibility{"gender",              true,  false, false},
    Visibility{"photo",               true,  true,  true},
    Visibility{"biography",           true,  true,  true},
    Visibility{"certificates",        true,  true,  true}};

[[nodiscard]] constexpr bool shows(Privacy privacy, std::string_view field) {
  const auto row = std::find_if(visibilities.begin(), visibilities.end(),
                                [field](const Visibility& one) { return one.field == field; });
  if (row == visibilities.end()) return false;
  switch (privacy) {
    case Privacy::public_profile: return row->in_public;
    case Privacy::general_profile: return row->in_general;
    case Privacy::private_profile: break;
  }
  return row->in_private;
}

}  // namespace laurel::domain

// A person with an account at one association. The same person at two associations is two members.
// What they say of themselves, such as their name, is their profile (domain/profile.h).
#pragma once

#include <string>

#include "base/codec.h"
#include "base/ids.h"

namespace laurel::domain {

struct MemberTag;
using MemberId = base::Id<MemberTag>;

struct Member {
  MemberId id;
  std::string association;  // the association's id, "ipma"
  std::string email;        // normalised, see domain/email.h

  static constexpr auto fields() {
    return std::tuple{base::field("id", &Member::id),
                      base::field("association", &Member::association),
                      base::field("email", &Member::email, {.max_bytes = 254})};
  }
};

}  // namespace laurel::domain

// A person with an account at one association. The same person at two associations is two members.
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
  std::string first_name;
  std::string last_name;
  std::string country;             // ISO 3166-1 alpha-2; empty when unknown
  std::string member_association;  // the name of the national association; empty when none

  static constexpr auto fields() {
    return std::tuple{base::field("id", &Member::id),
                      base::field("association", &Member::association),
                      base::field("email", &Member::email, {.max_bytes = 254}),
                      base::field("first_name", &Member::first_name, {.max_bytes = 400}),
                      base::field("last_name", &Member::last_name, {.max_bytes = 400}),
                      base::field("country", &Member::country, {.max_bytes = 2}),
                      base::field("member_association", &Member::member_association)};
  }
};

}  // namespace laurel::domain

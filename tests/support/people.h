// Members put straight into the store, for tests of the screens that list them.
#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "service/accounts/records.h"
#include "service/members/profile_records.h"
#include "service/store/records.h"
#include "tests/support/backend.h"

namespace laurel::tests {

inline domain::Profile person(const std::string& first_name, const std::string& last_name) {
  domain::Profile profile;
  profile.first_name = first_name;
  profile.last_name = last_name;
  profile.country = "AT";
  profile.privacy = domain::Privacy::public_profile;
  return profile;
}

/// Of the association ipma. The addresses and ids are "p1", "p2", … in the order of the people.
inline void add_people(Backend& backend, const std::vector<domain::Profile>& people) {
  REQUIRE(backend.memory.write([&](ports::Transaction& transaction) -> base::Status {
    int number = 0;
    for (const domain::Profile& one : people) {
      const std::string id = "p" + std::to_string(++number);
      const domain::Member member{domain::MemberId(id), "ipma", id + "@example.org"};
      auto saved =
          service::store::save(transaction, service::accounts::AccountRecord{member, "no hash"});
      if (!saved) return saved;
      service::members::ProfileRecord record =
          service::members::first_profile(member, "", "", "", "");
      record.profile = one;
      if (saved = service::members::save_profile(transaction, record); !saved) return saved;
    }
    return {};
  }));
}

}  // namespace laurel::tests

// Profiles as their owners fill them in.
#pragma once

#include <string>

#include <doctest/doctest.h>

#include "protocol/profile.h"
#include "tests/support/backend.h"

namespace laurel::tests {

inline const std::string& profile_path() {
  static const std::string path = "/api/v1/ipma/profile";
  return path;
}

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

template <class Message>
Message message_in(const protocol::Response& response) {
  REQUIRE(response.status == 200);
  auto message = base::decode_json<Message>(response.body, {.max_bytes = 1024 * 1024});
  REQUIRE(message);
  return std::move(*message);
}

inline protocol::ProfileResponse profile_of(Browser& browser) {
  return message_in<protocol::ProfileResponse>(browser.get(profile_path()));
}

inline protocol::Response save_profile(Browser& browser, const domain::Profile& profile,
                                       std::int64_t revision, const std::string& key = "") {
  return browser.put(profile_path(), base::encode_json(protocol::ProfileUpdate{profile, revision}),
                     key);
}

/// Over whatever is stored now.
inline void replace_profile(Browser& browser, const domain::Profile& profile) {
  REQUIRE(save_profile(browser, profile, profile_of(browser).revision).status == 200);
}

}  // namespace laurel::tests

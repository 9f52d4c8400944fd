// How a member's own profile is read and saved over the API.
#pragma once

#include <string>

#include <doctest/doctest.h>

#include "protocol/members.h"
#include "tests/support/backend.h"
#include "tests/support/full_profile.h"

namespace laurel::tests {

inline const std::string& profile_path() {
  static const std::string path = "/api/v1/ipma/profile";
  return path;
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

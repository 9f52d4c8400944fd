// Editing a profile as a member does, and what happens to it meanwhile.
#pragma once

#include <string>

#include <doctest/doctest.h>

#include "app/chosen_file.h"
#include "base/bytes.h"
#include "protocol/members.h"
#include "tests/support/png.h"
#include "tests/ui/driver.h"

namespace laurel::tests {

inline constexpr const char* choose_label = "Choose a photo, or drop it here";

inline app::ChosenFile picture_file(std::int64_t bytes = 1000) {
  return {.name = "me.png", .bytes = bytes, .width = 1200, .height = 800,
          .address = "blob:chosen", .content = base::to_base64(png({.width = 1200, .height = 800}, {}))};
}

/// What another window of the same member saves meanwhile.
inline void save_elsewhere(Driver& desk, const std::string& job_title) {
  Browser other(desk.backend());
  REQUIRE(other.sign_in("mara.lind@example.org", desk.backend().sample.password).status == 200);
  const auto read = other.get("/api/v1/ipma/profile");
  auto profile = base::decode_json<protocol::ProfileResponse>(read.body);
  REQUIRE(profile);
  profile->profile.job_title = job_title;
  profile->profile.mobile = "+38640123456";
  const auto saved = other.put(
      "/api/v1/ipma/profile",
      base::encode_json(protocol::ProfileUpdate{profile->profile, profile->revision}));
  REQUIRE(saved.status == 200);
}

}  // namespace laurel::tests

// Profiles as the backend keeps them; the rules are those of service/records.h.
//
// The profile is the one place of what a member says of themselves, their name too: an AccountRecord
// holds only who may sign in. Each account has one, made in the transaction that makes the account.
#pragma once

#include <optional>
#include <string>

#include "domain/profile.h"
#include "service/records.h"

namespace laurel::service {

struct ProfileRecord {
  domain::MemberId account;
  std::string association;
  domain::Profile profile;
  std::optional<std::string> photo = std::nullopt;  // names the picture
  std::int64_t revision = 1;                        // one more at every change

  static constexpr auto fields() {
    return std::tuple{base::field("account", &ProfileRecord::account),
                      base::field("association", &ProfileRecord::association),
                      base::field("profile", &ProfileRecord::profile),
                      base::field("photo", &ProfileRecord::photo),
                      base::field("revision", &ProfileRecord::revision)};
  }
  static const ports::Collection& collection() { return schema::profiles; }
  [[nodiscard]] std::string id() const { return account.value; }
  [[nodiscard]] Keys keys() const { return {}; }
};

/// The first profile of an account, of what is known when it is made.
[[nodiscard]] ProfileRecord first_profile(const domain::Member& member, std::string first_name,
                                          std::string last_name, std::string country,
                                          std::string member_association);

/// Of an account that exists. Errors: `corrupt` where it has none, which no account may.
[[nodiscard]] base::Result<ProfileRecord> load_profile(ports::Transaction& transaction,
                                                       const domain::MemberId& account);

}  // namespace laurel::service

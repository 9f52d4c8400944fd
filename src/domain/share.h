// Where a badge is shared: the addresses that networks take, right to the letter.
//
//   const SharedBadge badge{.name = "IPMA Level B®", .issuer = "IPMA", .issued = {2026y / 4 / 26},
//                           .address = "https://my.ipma.example/badges/7c…", .id = "7c…"};
//   domain::linkedin_profile_address(badge)
//     == "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=IPMA%20Level%20B%C2%AE&…"
//
// Every value is percent-encoded as UTF-8 (RFC 3986, 2.1: a blank is "%20", never "+"). No address sends
// anything: it opens the network's own page, where the member sees and decides what is posted.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace laurel::domain {

struct SharedBadge {
  std::string name;
  std::string issuer;                                    // "International Project Management …"
  std::optional<std::string> linkedin_organisation = {};  // LinkedIn's number of the issuer's page
  base::Date issued;
  std::optional<base::Date> expires = {};  // nothing: it does not expire
  std::string address;                     // of its public page, absolute
  std::string id;                          // of the credential
};

enum class Network { linkedin, x, facebook, bluesky, whatsapp };

constexpr std::array<std::string_view, 5> enum_names(Network) {
  return {"linkedin", "x", "facebook", "bluesky", "whatsapp"};
}

/// The network's page for a post about the badge, with `message` where the network takes one: LinkedIn and
/// Facebook read the badge's page instead. X's limit of 280 signs, where an address counts 23, is kept by
/// shortening the message.
[[nodiscard]] std::string share_address(Network network, const SharedBadge& badge,
                                        std::string_view message);

/// "Add to profile": LinkedIn's form for a certification, filled in. Months count from 1.
[[nodiscard]] std::string linkedin_profile_address(const SharedBadge& badge);

/// A new mail, its lines broken as RFC 6068, 5 has it.
[[nodiscard]] std::string mail_address(std::string_view subject, std::string_view body);

}  // namespace laurel::domain

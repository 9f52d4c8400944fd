// The form in which drafts are kept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/accounts/registration/model.h"
#include "app/members/profile/model.h"
#include "base/codec.h"

namespace laurel::app::drafts {

struct KeptDrafts {
  accounts::RegistrationDraft registration;
  certificates::CertificateSearchDraft certificates;
  std::string pending;
  std::vector<protocol::CertificateCandidate> found;
  bool searched = false;
  std::optional<members::ProfileDraft> profile;

  static constexpr auto fields() {
    return std::tuple{base::field("registration", &KeptDrafts::registration),
                      base::field("certificates", &KeptDrafts::certificates),
                      base::field("pending", &KeptDrafts::pending),
                      base::field("found", &KeptDrafts::found),
                      base::field("searched", &KeptDrafts::searched),
                      base::field("profile", &KeptDrafts::profile)};
  }
};

}  // namespace laurel::app::drafts

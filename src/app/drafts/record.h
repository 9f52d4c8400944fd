// The form in which drafts are kept.
#pragma once

#include <string>
#include <vector>

#include "app/registration/model.h"
#include "base/codec.h"

namespace laurel::app {

struct KeptRegistration {
  RegistrationDraft registration;
  CertificateSearchDraft certificates;
  std::string pending;
  std::vector<protocol::CertificateCandidate> found;
  bool searched = false;

  static constexpr auto fields() {
    return std::tuple{base::field("registration", &KeptRegistration::registration),
                      base::field("certificates", &KeptRegistration::certificates),
                      base::field("pending", &KeptRegistration::pending),
                      base::field("found", &KeptRegistration::found),
                      base::field("searched", &KeptRegistration::searched)};
  }
};

}  // namespace laurel::app

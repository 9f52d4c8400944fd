// The member's certificates: keeping track of them, and linking more.
#pragma once

#include <optional>
#include <vector>

#include "app/form.h"
#include "app/loaded.h"
#include "protocol/certificates.h"

namespace laurel::app {

struct Certificates {
  Loaded<protocol::CertificatesResponse> list;
  FormProblems problems;  // of the search or of linking
  std::vector<protocol::MemberCertificateCandidate> found;
  bool searched = false;
  std::optional<protocol::CertificateClaimResponse> claimed;  // what became of what was ticked
};

/// A certificate as its verification page shows it; nothing where the address names none.
struct Verification {
  Loaded<protocol::VerificationResponse> certificate;
  bool unknown = false;
};

}  // namespace laurel::app

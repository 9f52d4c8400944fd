// Which member holds which certificate of the registry, and what becomes of a claim: the one rule for
// what was ticked while registering (service/accounts/activation.cpp) and for what a member claims later
// (certificates.cpp).
//
//   the registry knows it under the member's address, and nobody holds it     it is linked
//   anything else                                                             staff is asked
//
// Somebody else's holding it and another address look the same in all that a member gets to see, also
// where the registry knows it under the member's own address: nobody learns who holds what.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/certificates.h"
#include "service/certificates/records.h"
#include "service/kernel/services.h"

namespace laurel::service::certificates {

struct HeldCertificate {
  LinkedCertificateRecord link;
  domain::Certificate certificate;
};

/// The newest first; equal days by number, so that the order never depends on the store. At most 200.
[[nodiscard]] base::Result<std::vector<HeldCertificate>> certificates_of(
    ports::Transaction& transaction, const domain::MemberId& account);

/// What the member has asked staff about, the newest first; at most 200.
[[nodiscard]] base::Result<std::vector<protocol::PendingClaim>> pending_claims(
    ports::Transaction& transaction, const domain::MemberId& account);

struct Standing {
  protocol::ClaimState state = protocol::ClaimState::claimable;
  /// The registry knows it under the member's address, and nobody else holds it.
  bool is_theirs = false;
};

/// How the member stands to the certificate.
[[nodiscard]] base::Result<Standing> standing_of(ports::Transaction& transaction,
                                                 const domain::Member& member,
                                                 const CertificateRecord& record);

/// Makes the account its holder, whoever held it before, and ends what the account has asked staff
/// about it. A new holder has a new verification page. `certificate` is the id of a CertificateRecord.
[[nodiscard]] base::Status link_certificate(ports::Transaction& transaction,
                                            kernel::Services& services,
                                            const std::string& certificate,
                                            const domain::MemberId& account);

/// Links the certificate or asks staff, once: `linked` or `requested`. Nothing for a number that the
/// registry does not know.
[[nodiscard]] base::Result<std::optional<protocol::ClaimState>> claim_certificate(
    ports::Transaction& transaction, kernel::Services& services, const domain::Member& member,
    std::string_view number);

}  // namespace laurel::service::certificates

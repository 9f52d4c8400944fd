// The handlers of this feature's endpoints (endpoints.cpp).
#pragma once

#include "protocol/certificates.h"
#include "service/accounts/member_call.h"
#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::certificates {

[[nodiscard]] kernel::OrProblem<protocol::MemberCertificateSearchResponse>
search_member_certificates(const accounts::MemberCall& call, kernel::Services& services,
                           const protocol::MemberCertificateSearch& search);
[[nodiscard]] kernel::OrProblem<protocol::CertificateClaimResponse> claim_certificates(
    const accounts::MemberCall& call, kernel::Services& services,
    const protocol::CertificateClaim& claim);
[[nodiscard]] kernel::OrProblem<protocol::CertificatesResponse> list_member_certificates(
    const accounts::MemberCall& call, kernel::Services& services);
[[nodiscard]] kernel::OrProblem<protocol::CalendarFile> read_calendar(
    const accounts::MemberCall& call, kernel::Services& services);
[[nodiscard]] kernel::OrProblem<protocol::VerificationResponse> read_verification(
    const kernel::VisitorCall& call, kernel::Services& services);
[[nodiscard]] kernel::OrProblem<protocol::CertificateSearchResponse> search_certificates(
    const kernel::VisitorCall& call, kernel::Services& services,
    const protocol::CertificateSearchRequest& search);

}  // namespace laurel::service::certificates

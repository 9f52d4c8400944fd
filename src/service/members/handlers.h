// The handlers of this feature's endpoints (endpoints.cpp).
#pragma once

#include "protocol/members.h"
#include "service/accounts/member_call.h"
#include "service/kernel/call.h"
#include "service/kernel/services.h"
#include "service/members/shown_certificates.h"

namespace laurel::service::members {

[[nodiscard]] kernel::OrProblem<protocol::DirectoryResponse> search_directory(
    const accounts::MemberCall& call, kernel::Services& services, CertificatesOf shown_certificates,
    const protocol::DirectorySearch& search);
[[nodiscard]] kernel::OrProblem<protocol::VisibleProfile> preview_profile(
    const accounts::MemberCall& call, kernel::Services& services,
    CertificatesOf shown_certificates);
[[nodiscard]] kernel::OrProblem<protocol::VisibleProfile> read_member(
    const accounts::MemberCall& call, kernel::Services& services,
    CertificatesOf shown_certificates);
[[nodiscard]] kernel::OrProblem<protocol::PhotoResponse> save_photo(
    const accounts::MemberCall& call, kernel::Services& services,
    const protocol::PhotoUpload& upload);
[[nodiscard]] kernel::OrProblem<protocol::NoContent> remove_photo(const accounts::MemberCall& call,
                                                                  kernel::Services& services);
[[nodiscard]] kernel::OrProblem<protocol::Picture> read_photo(const accounts::MemberCall& call,
                                                              kernel::Services& services);
[[nodiscard]] kernel::OrProblem<protocol::ProfileResponse> read_profile(
    const accounts::MemberCall& call, kernel::Services& services);
[[nodiscard]] kernel::OrProblem<protocol::ProfileResponse> save_own_profile(
    const accounts::MemberCall& call, kernel::Services& services, protocol::ProfileUpdate update);

}  // namespace laurel::service::members

// The handlers of this feature's endpoints (endpoints.cpp).
#pragma once

#include "protocol/catalogue.h"
#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::catalogue {

[[nodiscard]] kernel::OrProblem<domain::Text> read_text(const kernel::VisitorCall& call,
                                                        kernel::Services& services);
[[nodiscard]] kernel::OrProblem<protocol::OffersResponse> list_education(
    const kernel::VisitorCall& call, kernel::Services& services);
[[nodiscard]] kernel::OrProblem<protocol::OffersResponse> list_events(
    const kernel::VisitorCall& call, kernel::Services& services);
[[nodiscard]] kernel::OrProblem<protocol::MemberAssociationsResponse> list_member_associations(
    const kernel::VisitorCall& call, kernel::Services& services);
[[nodiscard]] kernel::OrProblem<protocol::OrganisationsResponse> list_organisations(
    const kernel::VisitorCall& call, kernel::Services& services);
[[nodiscard]] kernel::OrProblem<protocol::SearchResponse> search(const kernel::VisitorCall& call,
                                                                 kernel::Services& services);

}  // namespace laurel::service::catalogue

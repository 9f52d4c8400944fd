// The handlers of this feature's endpoints (endpoints.cpp).
#pragma once

#include "protocol/dashboard.h"
#include "service/accounts/member_call.h"
#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::dashboard {

[[nodiscard]] kernel::OrProblem<protocol::DashboardResponse> read_dashboard(
    const accounts::MemberCall& call, kernel::Services& services);

}  // namespace laurel::service::dashboard

// The handlers of this feature's endpoints (service/endpoints.cpp).
#pragma once

#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::dashboard {

[[nodiscard]] protocol::Response read_dashboard(const kernel::Call& call,
                                                kernel::Services& services);

}  // namespace laurel::service::dashboard

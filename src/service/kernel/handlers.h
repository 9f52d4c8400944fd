// The handlers of this feature's endpoints (service/endpoints.cpp).
#pragma once

#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::kernel {

[[nodiscard]] protocol::Response read_health(const Call& call, Services& services);

}  // namespace laurel::service::kernel

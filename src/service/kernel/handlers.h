// The handlers of this feature's endpoints (endpoints.cpp).
#pragma once

#include "protocol/health.h"
#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::kernel {

[[nodiscard]] OrProblem<protocol::HealthResponse> read_health(const VisitorCall& call,
                                                              Services& services);

[[nodiscard]] OrProblem<protocol::Document> read_openapi(const VisitorCall& call,
                                                         Services& services);

}  // namespace laurel::service::kernel

// The table of this feature's endpoints. A line binds a handler to what protocol/health.h states.
#pragma once

#include "service/kernel/endpoint.h"

namespace laurel::service::kernel {

[[nodiscard]] Endpoints endpoints();

}  // namespace laurel::service::kernel

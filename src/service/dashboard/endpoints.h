// The table of this feature's endpoints. A line binds a handler to what protocol/dashboard.h states.
#pragma once

#include "service/kernel/endpoint.h"

namespace laurel::service::dashboard {

[[nodiscard]] kernel::Endpoints endpoints();

}  // namespace laurel::service::dashboard

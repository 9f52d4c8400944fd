// The table of this feature's endpoints. A line binds a handler to what protocol/catalogue.h states.
#pragma once

#include "service/kernel/endpoint.h"

namespace laurel::service::catalogue {

[[nodiscard]] kernel::Endpoints endpoints();

}  // namespace laurel::service::catalogue

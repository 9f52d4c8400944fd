// The table of this feature's endpoints. A line binds a handler to what protocol/newsletter.h states.
#pragma once

#include "service/kernel/endpoint.h"

namespace laurel::service::newsletter {

[[nodiscard]] kernel::Endpoints endpoints();

}  // namespace laurel::service::newsletter

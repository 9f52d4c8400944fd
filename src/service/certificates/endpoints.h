// The table of this feature's endpoints. A line binds a handler to what protocol/certificates.h states.
#pragma once

#include "service/kernel/endpoint.h"

namespace laurel::service::certificates {

[[nodiscard]] kernel::Endpoints endpoints();

}  // namespace laurel::service::certificates

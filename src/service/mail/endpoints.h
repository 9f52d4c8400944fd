// The table of this feature's endpoints. A line binds a handler to what protocol/mail.h states.
#pragma once

#include "service/kernel/endpoint.h"

namespace laurel::service::mail {

[[nodiscard]] kernel::Endpoints endpoints();

}  // namespace laurel::service::mail

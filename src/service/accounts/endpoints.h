// The table of this feature's endpoints. A line binds a handler to what protocol/accounts/ states.
#pragma once

#include "service/accounts/membership.h"
#include "service/kernel/endpoint.h"

namespace laurel::service::accounts {

[[nodiscard]] kernel::Endpoints endpoints(const Membership& membership);

}  // namespace laurel::service::accounts

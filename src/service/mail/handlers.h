// The handlers of this feature's endpoints (service/endpoints.cpp).
#pragma once

#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::mail {

[[nodiscard]] protocol::Response read_dev_mailbox(const kernel::Call& call,
                                                  kernel::Services& services);

}  // namespace laurel::service::mail

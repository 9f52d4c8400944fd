// The handlers of this feature's endpoints (endpoints.cpp).
#pragma once

#include "protocol/mail.h"
#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::mail {

[[nodiscard]] kernel::OrProblem<protocol::DevMailboxResponse> read_dev_mailbox(
    const kernel::VisitorCall&, kernel::Services& services);

}  // namespace laurel::service::mail

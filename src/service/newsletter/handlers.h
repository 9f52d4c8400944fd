// The handlers of this feature's endpoints (service/endpoints.cpp).
#pragma once

#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::newsletter {

[[nodiscard]] protocol::Response ask_for_newsletter(const kernel::Call& call,
                                                    kernel::Services& services);
[[nodiscard]] protocol::Response confirm_newsletter(const kernel::Call& call,
                                                    kernel::Services& services);
[[nodiscard]] protocol::Response cancel_newsletter(const kernel::Call& call,
                                                   kernel::Services& services);
[[nodiscard]] protocol::Response cancel_newsletter_by_mail_program(const kernel::Call& call,
                                                                   kernel::Services& services);

}  // namespace laurel::service::newsletter

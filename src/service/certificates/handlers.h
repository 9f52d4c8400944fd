// The handlers of this feature's endpoints (service/endpoints.cpp).
#pragma once

#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::certificates {

[[nodiscard]] protocol::Response list_member_certificates(const kernel::Call& call,
                                                          kernel::Services& services);
[[nodiscard]] protocol::Response search_member_certificates(const kernel::Call& call,
                                                            kernel::Services& services);
[[nodiscard]] protocol::Response claim_certificates(const kernel::Call& call,
                                                    kernel::Services& services);
[[nodiscard]] protocol::Response read_calendar(const kernel::Call& call,
                                               kernel::Services& services);
[[nodiscard]] protocol::Response read_verification(const kernel::Call& call,
                                                   kernel::Services& services);
[[nodiscard]] protocol::Response search_certificates(const kernel::Call& call,
                                                     kernel::Services& services);

}  // namespace laurel::service::certificates

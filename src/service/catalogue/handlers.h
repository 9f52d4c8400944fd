// The handlers of this feature's endpoints (service/endpoints.cpp).
#pragma once

#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::catalogue {

[[nodiscard]] protocol::Response read_text(const kernel::Call& call, kernel::Services& services);
[[nodiscard]] protocol::Response list_education(const kernel::Call& call,
                                                kernel::Services& services);
[[nodiscard]] protocol::Response list_events(const kernel::Call& call, kernel::Services& services);
[[nodiscard]] protocol::Response list_member_associations(const kernel::Call& call,
                                                          kernel::Services& services);
[[nodiscard]] protocol::Response list_organisations(const kernel::Call& call,
                                                    kernel::Services& services);
[[nodiscard]] protocol::Response search(const kernel::Call& call, kernel::Services& services);

}  // namespace laurel::service::catalogue

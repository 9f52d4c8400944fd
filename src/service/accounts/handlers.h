// The handlers of this feature's endpoints (service/endpoints.cpp).
#pragma once

#include "service/accounts/membership.h"
#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::accounts {

[[nodiscard]] protocol::Response sign_in(const kernel::Call& call, kernel::Services& services,
                                         const Membership& membership);
[[nodiscard]] protocol::Response read_session(const kernel::Call& call, kernel::Services& services,
                                              const Membership& membership);
[[nodiscard]] protocol::Response sign_out(const kernel::Call& call, kernel::Services& services);
[[nodiscard]] protocol::Response list_sessions(const kernel::Call& call,
                                               kernel::Services& services);
[[nodiscard]] protocol::Response revoke_session(const kernel::Call& call,
                                                kernel::Services& services);
[[nodiscard]] protocol::Response create_registration(const kernel::Call& call,
                                                     kernel::Services& services);
[[nodiscard]] protocol::Response complete_registration(const kernel::Call& call,
                                                       kernel::Services& services);
[[nodiscard]] protocol::Response send_activation_again(const kernel::Call& call,
                                                       kernel::Services& services);
[[nodiscard]] protocol::Response activate(const kernel::Call& call, kernel::Services& services,
                                          const Membership& membership);
[[nodiscard]] protocol::Response create_password_reset(const kernel::Call& call,
                                                       kernel::Services& services);
[[nodiscard]] protocol::Response complete_password_reset(const kernel::Call& call,
                                                         kernel::Services& services,
                                                         const Membership& membership);
[[nodiscard]] protocol::Response change_password(const kernel::Call& call,
                                                 kernel::Services& services,
                                                 const Membership& membership);
[[nodiscard]] protocol::Response ask_for_email_change(const kernel::Call& call,
                                                      kernel::Services& services);
[[nodiscard]] protocol::Response confirm_email_change(const kernel::Call& call,
                                                      kernel::Services& services);

}  // namespace laurel::service::accounts

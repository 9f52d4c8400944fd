#include "service/accounts/endpoints.h"

#include <utility>

#include "service/accounts/handlers.h"

namespace laurel::service::accounts {
namespace {

/// The handler as `bind` calls it, with what the assembly has handed in.
template <class Handler>
auto with(Membership given, Handler handler) {
  return [given, handler](const auto& call, kernel::Services& services, auto&&... request) {
    return handler(call, services, given, std::forward<decltype(request)>(request)...);
  };
}

}  // namespace

kernel::Endpoints endpoints(const Membership& membership) {
  return {
      kernel::bind<protocol::session_create>(with(membership, sign_in),
                                             kernel::Work::hashes_passwords),
      kernel::bind<protocol::session_read>(with(membership, read_session)),
      kernel::bind<protocol::session_delete>(sign_out),
      kernel::bind<protocol::sessions_list>(list_sessions),
      kernel::bind<protocol::sessions_revoke>(revoke_session),
      kernel::bind<protocol::registration_create>(create_registration,
                                                  kernel::Work::hashes_passwords),
      kernel::bind<protocol::registration_complete>(complete_registration),
      kernel::bind<protocol::registration_mail>(send_activation_again),
      kernel::bind<protocol::activation_create>(with(membership, activate),
                                                kernel::Work::hashes_passwords),
      kernel::bind<protocol::password_reset_create>(create_password_reset),
      kernel::bind<protocol::password_reset_complete>(with(membership, complete_password_reset),
                                                      kernel::Work::hashes_passwords),
      kernel::bind<protocol::password_change>(with(membership, change_password),
                                              kernel::Work::hashes_passwords),
      kernel::bind<protocol::email_change>(ask_for_email_change, kernel::Work::hashes_passwords),
      kernel::bind<protocol::email_confirm>(confirm_email_change, kernel::Work::hashes_passwords),
  };
}

}  // namespace laurel::service::accounts

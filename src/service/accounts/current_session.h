// Who makes a request.
//
//   const auto current = require_session(call, services);
//   if (!current) return current.error();
//   current->account.member.email
#pragma once

#include "protocol/accounts/session.h"
#include "service/accounts/membership.h"
#include "service/accounts/records.h"
#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::accounts {

struct CurrentSession {
  SessionRecord session;
  AccountRecord account;
};

/// The session whose token the association's cookie holds, while it lasts; else 401. Notes that it
/// was seen, at most once a minute. The 401 leaves the cookie as it is: a late answer to an older
/// request must not take away the cookie of a newer session.
[[nodiscard]] kernel::OrResponse<CurrentSession> require_session(const kernel::Call& call,
                                                                 kernel::Services& services);

[[nodiscard]] protocol::SessionResponse describe(const domain::Member& member,
                                                 const PersonName& name);

}  // namespace laurel::service::accounts

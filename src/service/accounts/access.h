// Who gets into an account: its sessions, and the links in mails that lead to it.
#pragma once

#include <string>

#include "base/time.h"
#include "ports/mailer.h"
#include "protocol/http.h"
#include "service/accounts/records.h"
#include "service/kernel/services.h"

namespace laurel::service::accounts {

/// Ends all that led into the account before its password or its e-mail address changed: every session,
/// every link to choose a password, every link to change the address. `member` is as it was before.
[[nodiscard]] base::Status end_access(ports::Transaction& transaction,
                                      const domain::Member& member);

/// Makes `password_hash` the account's, ends access and tells the member by `mail`. No browser is a
/// known one of the account any more: `remember_device` makes it this one (known_device.h).
[[nodiscard]] base::Status replace_password(ports::Transaction& transaction,
                                            kernel::Services& services, AccountRecord& account,
                                            std::string password_hash, ports::Mail mail);

/// The cookie that makes the browser send `token` for as long as the session may last.
[[nodiscard]] protocol::SetCookie session_cookie(const SessionRecord& session, std::string token,
                                                 base::Instant now);

}  // namespace laurel::service::accounts

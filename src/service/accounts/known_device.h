// Browsers in which members have proven their passwords: their tries to sign in have a budget that
// nobody else can use up (try_budget.h).
#pragma once

#include "service/accounts/records.h"
#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::accounts {

/// Notes in this browser's record that the account's present password was shown, or chosen, in it.
/// Gives the cookie to be set once that is committed: its token is the browser's own, where we know
/// it.
[[nodiscard]] base::Result<protocol::SetCookie> remember_device(ports::Transaction& transaction,
                                                                const kernel::Call& call,
                                                                kernel::Services& services,
                                                                const AccountRecord& account);

/// Whether `remember_device` was called for it since the password was last changed.
[[nodiscard]] bool knows_password(const DeviceRecord& device, const AccountRecord& account,
                                  base::Instant now);

}  // namespace laurel::service::accounts

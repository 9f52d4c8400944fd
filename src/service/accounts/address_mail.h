// Requests for a mail to an address that anybody may type: for a new password, for the newsletter.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::accounts {

/// Writes the mail, and what belongs to it, in the transaction that is given; the same number of
/// writes and mails whatever the address is.
using WriteMail = std::function<base::Status(ports::Transaction&, const std::string& email)>;

/// Checks the address as typed, asks the limits, writes the mail and answers 202, the same for every
/// address. `purpose` keeps the idempotency keys and the limits of different requests apart.
[[nodiscard]] kernel::OrProblem<protocol::Done> mail_to_address(const kernel::Call& call,
                                                                kernel::Services& services,
                                                                std::string_view purpose,
                                                                std::string_view typed_email,
                                                                const WriteMail& write_mail);

}  // namespace laurel::service::accounts

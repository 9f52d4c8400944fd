// A registration between its steps.
#pragma once

#include <optional>
#include <string>

#include "service/accounts/registration_records.h"
#include "service/accounts/schema.h"
#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::accounts {

/// The registration that a token belongs to, unless its time is over: the browser's token, or with
/// `schema::by_activation` the one in a mail.
[[nodiscard]] base::Result<std::optional<RegistrationRecord>> find_registration(
    ports::Transaction& transaction, const kernel::Call& call, kernel::Services& services,
    const std::string& token_hash, const ports::Index& index = schema::by_token);

/// Saves the registration and its mail: with a new link, which ends the registration's older one; or
/// where the address has an account, one that says so. Both ways write the same number of records.
/// Links of other registrations with this address stay: whoever made those may be a stranger.
[[nodiscard]] base::Status send_activation(ports::Transaction& transaction,
                                           const kernel::Call& call, kernel::Services& services,
                                           RegistrationRecord& registration);

}  // namespace laurel::service::accounts

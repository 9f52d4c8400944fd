// A password that somebody types once more, to show that what they are about to change is theirs: each
// is paid for as a try to sign in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/accounts/try_budget.h"
#include "service/kernel/call.h"

namespace laurel::service {

/// Verifies the password against the hash `phc`: gives the buckets that have paid, to be paid back,
/// nothing where the password is wrong, or else what to answer.
[[nodiscard]] OrResponse<std::optional<std::vector<Bucket>>> try_password(
    const Try& tried, const std::string& phc, const std::string& password, Services& services);

/// The same on the page of a mail's link (service/accounts/activation.cpp, service/accounts/email_change.cpp), where a
/// password that is missing or wrong is told at the field "password".
[[nodiscard]] OrResponse<std::vector<Bucket>> prove_password(
    const Try& tried, const std::string& phc, const std::optional<std::string>& typed,
    Services& services);

}  // namespace laurel::service

// A password that somebody types once more, to show that what they are about to change is theirs: each
// is paid for as a try to sign in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/accounts/try_budget.h"
#include "service/kernel/call.h"
#include "service/kernel/limits.h"
#include "service/kernel/services.h"

namespace laurel::service::accounts {

/// Verifies the password against the hash `phc`: gives the buckets that have paid, to be paid back,
/// nothing where the password is wrong, or else what to answer.
[[nodiscard]] kernel::OrProblem<std::optional<std::vector<kernel::Bucket>>> try_password(
    const Try& tried, const std::string& phc, const std::string& password,
    kernel::Services& services);

/// The same on the page of a mail's link (activation.cpp, email_change.cpp), where a
/// password that is missing or wrong is told at the field "password".
[[nodiscard]] kernel::OrProblem<std::vector<kernel::Bucket>> prove_password(
    const Try& tried, const std::string& phc, const std::optional<std::string>& typed,
    kernel::Services& services);

}  // namespace laurel::service::accounts

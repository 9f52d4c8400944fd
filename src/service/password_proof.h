// A password that somebody types on the page of a mail's link, to show that what the link leads to
// is theirs (service/activation.cpp, service/email_change.cpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/call.h"
#include "service/try_budget.h"

namespace laurel::service {

/// Verifies what was typed against the hash `phc`, as a try to sign in: gives the buckets that have
/// paid, to be paid back, or else what to answer, at the field "password".
[[nodiscard]] OrResponse<std::vector<Bucket>> prove_password(
    const Try& tried, const std::string& phc, const std::optional<std::string>& typed,
    Services& services);

}  // namespace laurel::service

// The rules of the profile's form.
#pragma once

#include "base/time.h"
#include "domain/content.h"
#include "domain/profile.h"
#include "service/accounts/form_check.h"

namespace laurel::service::members {

/// Tidies what was typed, brings the telephone number into its one form, and says what breaks a rule.
/// The errors name the fields as the profile does: "mobile".
[[nodiscard]] accounts::FieldErrors check_profile(domain::Profile& profile,
                                                  const domain::Content& content, base::Date today);

}  // namespace laurel::service::members

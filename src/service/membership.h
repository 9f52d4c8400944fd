// What an association's account comes with: a profile, the certificates and the newsletter that were
// asked for while registering.
#pragma once

#include "service/accounts/membership.h"
#include "service/accounts/records.h"
#include "service/accounts/registration_records.h"
#include "service/kernel/services.h"

namespace laurel::service {

[[nodiscard]] base::Result<accounts::PersonName> name_of(ports::Transaction& transaction,
                                                         const domain::MemberId& member);

[[nodiscard]] base::Status begin_membership(ports::Transaction& transaction,
                                            kernel::Services& services,
                                            const accounts::AccountRecord& account,
                                            const accounts::RegistrationRecord& registration);

inline constexpr accounts::Membership membership{name_of, begin_membership};

}  // namespace laurel::service

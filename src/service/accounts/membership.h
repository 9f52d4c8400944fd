// What an account is part of. Accounts know who may sign in; what a member is called, and what else an
// association's member has from the first day, the features above know. The assembly hands it in
// (service/membership.h).
#pragma once

#include <string>

#include "domain/member.h"
#include "protocol/accounts/session.h"
#include "service/accounts/records.h"
#include "service/accounts/registration_records.h"
#include "service/kernel/services.h"

namespace laurel::service::accounts {

struct PersonName {
  std::string first_name;
  std::string last_name;
};

struct Membership {
  /// What the member of an account that exists is called.
  base::Result<PersonName> (*name_of)(ports::Transaction&, const domain::MemberId&);
  /// What a registration adds to the account that it has just become, in the same transaction.
  base::Status (*begin)(ports::Transaction&, kernel::Services&, const AccountRecord&,
                        const RegistrationRecord&);
};

[[nodiscard]] inline protocol::SessionResponse describe(const domain::Member& member,
                                                        const PersonName& name) {
  return {member.id, name.first_name, name.last_name, member.email};
}

}  // namespace laurel::service::accounts

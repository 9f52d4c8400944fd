#include "service/membership.h"

#include "service/certificates/links.h"
#include "service/members/profile_records.h"
#include "service/newsletter/subscription.h"

namespace laurel::service {

base::Result<accounts::PersonName> name_of(ports::Transaction& transaction,
                                           const domain::MemberId& member) {
  auto record = members::load_profile(transaction, member);
  if (!record) return tl::unexpected(record.error());
  domain::Profile& profile = record->profile;
  return accounts::PersonName{std::move(profile.first_name), std::move(profile.last_name)};
}

base::Status begin_membership(ports::Transaction& transaction, kernel::Services& services,
                              const accounts::AccountRecord& account,
                              const accounts::RegistrationRecord& registration) {
  const members::ProfileRecord profile = members::first_profile(
      account.member, registration.first_name, registration.last_name, registration.country, "");
  if (auto status = members::save_profile(transaction, profile); !status) return status;
  for (const std::string& number : registration.certificates) {
    const auto claimed =
        certificates::claim_certificate(transaction, services, account.member, number);
    if (!claimed) return tl::unexpected(claimed.error());
  }
  if (!registration.newsletter) return {};
  return newsletter::subscribe(transaction, services, registration.association, registration.email);
}

}  // namespace laurel::service

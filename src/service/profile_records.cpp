#include "service/profile_records.h"

namespace laurel::service {

ProfileRecord first_profile(const domain::Member& member, std::string first_name,
                            std::string last_name, std::string country,
                            std::string member_association) {
  ProfileRecord record;
  record.account = member.id;
  record.association = member.association;
  record.profile.first_name = std::move(first_name);
  record.profile.last_name = std::move(last_name);
  record.profile.country = std::move(country);
  record.profile.member_association = std::move(member_association);
  return record;
}

base::Result<ProfileRecord> load_profile(ports::Transaction& transaction,
                                         const domain::MemberId& account) {
  auto record = load<ProfileRecord>(transaction, account.value);
  if (!record) return tl::unexpected(record.error());
  if (!*record) return base::fail(base::ErrorCode::corrupt, "profiles: an account has none");
  return std::move(**record);
}

}  // namespace laurel::service

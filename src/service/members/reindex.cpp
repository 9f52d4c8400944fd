#include "service/members/reindex.h"

#include <array>
#include <optional>
#include <string>

#include "service/accounts/records.h"
#include "service/accounts/schema.h"
#include "service/members/profile_records.h"
#include "service/members/schema.h"

namespace laurel::service::members {
namespace {

/// What an account once said of its member; today the profile does.
struct FormerMember {
  std::optional<std::string> first_name;
  std::optional<std::string> last_name;
  std::optional<std::string> country;
  std::optional<std::string> member_association;

  static constexpr auto fields() {
    return std::tuple{base::field("first_name", &FormerMember::first_name),
                      base::field("last_name", &FormerMember::last_name),
                      base::field("country", &FormerMember::country),
                      base::field("member_association", &FormerMember::member_association)};
  }
};

struct FormerAccount {
  FormerMember member;

  static constexpr auto fields() {
    return std::tuple{base::field("member", &FormerAccount::member)};
  }
  static const ports::Collection& collection() { return accounts::schema::accounts; }
};

/// Accounts from before version 2 hold the member's name, and have no profile.
base::Status rewrite_account(ports::Transaction& transaction, const ports::Record& stored,
                             ports::Entropy& /*entropy*/) {
  const auto account = store::decode_record<accounts::AccountRecord>(stored);
  if (!account) return tl::unexpected(account.error());
  const auto former = store::decode_record<FormerAccount>(stored);
  if (!former) return tl::unexpected(former.error());
  const auto profile = store::load<ProfileRecord>(transaction, account->id());
  if (!profile) return tl::unexpected(profile.error());
  if (!*profile) {
    const FormerMember& member = former->member;
    const ProfileRecord made = first_profile(
        account->member, member.first_name.value_or(""), member.last_name.value_or(""),
        member.country.value_or(""), member.member_association.value_or(""));
    if (auto status = save_profile(transaction, made); !status) return status;
  }
  return store::save(transaction, *account);
}

/// Its words lie in a collection of their own.
base::Status rewrite_profile(ports::Transaction& transaction, const ports::Record& stored,
                             ports::Entropy& /*entropy*/) {
  const auto record = store::decode_record<ProfileRecord>(stored);
  if (!record) return tl::unexpected(record.error());
  return save_profile(transaction, *record);
}

constexpr std::array table = {
    store::RewrittenCollection{accounts::schema::accounts, rewrite_account, 2},
    store::RewrittenCollection{schema::profiles, rewrite_profile},
    store::RewrittenCollection{schema::directory_words, store::rewrite<DirectoryWordRecord>},
};

}  // namespace

std::span<const store::RewrittenCollection> rewritten_collections() { return table; }

}  // namespace laurel::service::members

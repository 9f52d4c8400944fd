#include "service/members/profile_records.h"

#include "domain/privacy.h"
#include "service/members/directory_index.h"
#include "service/members/schema.h"

namespace laurel::service::members {
namespace {

std::vector<DirectoryWordRecord> words_of(const ProfileRecord& record) {
  const std::string place = place_of(record.profile, record.account);
  std::vector<DirectoryWordRecord> words;
  for (std::string& word : beginnings_at(place)) {
    words.push_back({record.association, place, static_cast<std::int64_t>(words.size()),
                     std::move(word)});
  }
  return words;
}

base::Status erase_words(ports::Transaction& transaction, const ProfileRecord& record) {
  for (const DirectoryWordRecord& word : words_of(record)) {
    if (auto status = store::erase(transaction, word); !status) return status;
  }
  return {};
}

}  // namespace

std::string directory_key(std::initializer_list<std::string_view> parts) {
  std::string key;
  const char* separator = "";
  for (const std::string_view part : parts) {
    key += separator;
    key += part;
    separator = "\t";
  }
  return key;
}

store::Keys ProfileRecord::keys() const {
  const std::string place = place_of(profile, account);
  const std::string& country = profile.country_of_origin;
  const std::string& of = profile.member_association;
  const bool in_country = !country.empty() && domain::shows(profile.privacy, "country_of_origin");
  const bool in_association = !of.empty() && domain::shows(profile.privacy, "member_association");
  const auto only_if = [](bool holds, std::string key) {
    return holds ? std::optional(std::move(key)) : std::nullopt;
  };
  return {directory_key({association, place}),
          only_if(in_country, directory_key({association, country, place})),
          only_if(in_association, directory_key({association, of, place})),
          only_if(in_country && in_association, directory_key({association, country, of, place}))};
}

std::string DirectoryWordRecord::place_in(std::string_view id) {
  return std::string(id.substr(0, id.rfind('\t')));
}

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
  auto record = store::load<ProfileRecord>(transaction, account.value);
  if (!record) return tl::unexpected(record.error());
  if (!*record) return base::fail(base::ErrorCode::corrupt, "profiles: an account has none");
  return std::move(**record);
}

base::Status save_profile(ports::Transaction& transaction, const ProfileRecord& record) {
  const auto before = store::load<ProfileRecord>(transaction, record.id());
  if (!before) return tl::unexpected(before.error());
  // The words are those of the place: at the same one they are written over.
  if (*before && place_of((*before)->profile, (*before)->account) !=
                     place_of(record.profile, record.account)) {
    if (auto status = erase_words(transaction, **before); !status) return status;
  }
  for (const DirectoryWordRecord& word : words_of(record)) {
    if (auto status = store::save(transaction, word); !status) return status;
  }
  return transaction.put(schema::profiles, {.id = record.id(),
                                            .document = base::encode_json(record),
                                            .keys = record.keys()});
}

std::vector<std::string> missing_fields(const ProfileRecord& record,
                                        const domain::Content& content) {
  const auto missing = domain::missing_fields(
      record.profile, {.has_photo = record.photo.has_value(),
                       .has_member_associations = !content.member_associations.empty()});
  return {missing.begin(), missing.end()};
}

}  // namespace laurel::service::members

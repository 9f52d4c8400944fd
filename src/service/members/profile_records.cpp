#include "service/members/profile_records.h"

#include "domain/privacy.h"
#include "service/members/directory_index.h"
#include "service/members/schema.h"

namespace laurel::service::members {

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
  ports::IndexKeys words;
  for (const std::string& word : beginnings_at(place)) {
    words.push_back(directory_key({association, word, place}));
  }
  const std::string& country = profile.country_of_origin;
  const std::string& of = profile.member_association;
  const bool in_country = !country.empty() && domain::shows(profile.privacy, "country_of_origin");
  const bool in_association = !of.empty() && domain::shows(profile.privacy, "member_association");
  const auto only_if = [](bool holds, std::string key) {
    return holds ? std::optional(std::move(key)) : std::nullopt;
  };
  return {{schema::by_place, directory_key({association, place})},
          {schema::by_country, only_if(in_country, directory_key({association, country, place}))},
          {schema::by_association, only_if(in_association, directory_key({association, of, place}))},
          {schema::by_country_and_association,
           only_if(in_country && in_association,
                   directory_key({association, country, of, place}))},
          {schema::by_words, std::move(words)}};
}

std::string place_at_words_key(std::string_view key) {
  const std::size_t word = key.find('\t') + 1;
  return std::string(key.substr(key.find('\t', word) + 1));
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

std::vector<std::string> missing_fields(const ProfileRecord& record,
                                        const domain::Content& content) {
  const auto missing = domain::missing_fields(
      record.profile, {.has_photo = record.photo.has_value(),
                       .has_member_associations = !content.member_associations.empty()});
  return {missing.begin(), missing.end()};
}

}  // namespace laurel::service::members

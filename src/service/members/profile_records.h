// Profiles as the backend keeps them, and the directory's indexes; the rules are those of
// service/records.h.
//
// The profile is the one place of what a member says of themselves, their name too: an
// AccountRecord holds only who may sign in. Each account has one, made in the transaction that
// makes the account.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "domain/content.h"
#include "domain/member.h"
#include "domain/profile.h"
#include "service/members/schema.h"
#include "service/store/keys.h"
#include "service/store/records.h"

namespace laurel::service::members {

struct ProfileRecord {
  domain::MemberId account;
  std::string association;
  domain::Profile profile;
  std::optional<std::string> photo = std::nullopt;  // the id of its PhotoRecord
  std::int64_t revision = 1;                        // one more at every save of `profile`

  static constexpr auto fields() {
    return std::tuple{base::field("account", &ProfileRecord::account),
                      base::field("association", &ProfileRecord::association),
                      base::field("profile", &ProfileRecord::profile),
                      base::field("photo", &ProfileRecord::photo),
                      base::field("revision", &ProfileRecord::revision)};
  }
  static const ports::Collection& collection() { return schema::profiles; }
  [[nodiscard]] std::string id() const { return account.value; }
  /// The member's place in the directory: among all, those of the country of origin, of the member
  /// association, of both. What the privacy option hides keeps the record out of the index.
  [[nodiscard]] store::Keys keys() const;
};

/// A picture that members of the association may see. Its id is random and given once: another
/// picture is another record, so who has it may keep it.
struct PhotoRecord {
  std::string photo;
  std::string association;
  std::string picture;  // a JPEG, base64

  static constexpr auto fields() {
    return std::tuple{base::field("photo", &PhotoRecord::photo),
                      base::field("association", &PhotoRecord::association),
                      base::field("picture", &PhotoRecord::picture, {.max_bytes = 900 * 1024})};
  }
  static const ports::Collection& collection() { return schema::photos; }
  [[nodiscard]] std::string id() const { return photo; }
  [[nodiscard]] static store::Keys keys() { return {}; }
};

/// The parts of a key of the directory, "ipma\tSI\tkos\tana\t4Nc…". With an empty last part it is
/// the start of the keys of all who share the others.
[[nodiscard]] std::string directory_key(std::initializer_list<std::string_view> parts);

/// One of the ways in which somebody may begin to type a member's name (directory_index.h).
struct DirectoryWordRecord {
  std::string association;
  std::string place;
  std::int64_t number = 0;
  std::string word;

  static constexpr auto fields() {
    return std::tuple{base::field("association", &DirectoryWordRecord::association),
                      base::field("place", &DirectoryWordRecord::place),
                      base::field("number", &DirectoryWordRecord::number, {.minimum = 0}),
                      base::field("word", &DirectoryWordRecord::word)};
  }
  static const ports::Collection& collection() { return schema::directory_words; }
  [[nodiscard]] std::string id() const { return place + "\t" + std::to_string(number); }
  [[nodiscard]] store::Keys keys() const { return {directory_key({association, word})}; }

  /// The place in a record's id.
  [[nodiscard]] static std::string place_in(std::string_view id);
};

/// The only way to save a profile.
[[nodiscard]] base::Status save_profile(ports::Transaction& transaction,
                                        const ProfileRecord& record);

/// The first profile of an account, of what is known when it is made.
[[nodiscard]] ProfileRecord first_profile(const domain::Member& member, std::string first_name,
                                          std::string last_name, std::string country,
                                          std::string member_association);

/// Of an account that exists. Errors: `corrupt` where it has none, which no account may.
[[nodiscard]] base::Result<ProfileRecord> load_profile(ports::Transaction& transaction,
                                                       const domain::MemberId& account);

/// What the completeness asks for and the profile lacks, by the fields' names. `content` is that of
/// its association.
[[nodiscard]] std::vector<std::string> missing_fields(const ProfileRecord& record,
                                                      const domain::Content& content);

}  // namespace laurel::service::members

namespace laurel::service {

/// A profile is saved together with its words: `save_profile`.
template <>
[[nodiscard]] base::Status store::save<members::ProfileRecord>(
    ports::Transaction& transaction, const members::ProfileRecord& record) = delete;

}  // namespace laurel::service

// Accounts, their sessions, and the browsers that have signed in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"
#include "domain/member.h"
#include "service/accounts/schema.h"
#include "service/store/keys.h"

namespace laurel::service::accounts {

/// That a member has agreed to the association's policies.
struct Agreement {
  std::string version;
  base::Instant at;

  static constexpr auto fields() {
    return std::tuple{base::field("version", &Agreement::version, {.max_bytes = 40}),
                      base::field("at", &Agreement::at)};
  }
};

/// An account exists from the moment its e-mail address is proven.
struct AccountRecord {
  domain::Member member;
  std::string password_hash;  // PHC string, see ports/hasher.h
  std::optional<Agreement> agreement = std::nullopt;
  /// When the member last chose another password. Nothing: not since that is noted.
  std::optional<base::Instant> password_changed = std::nullopt;

  static constexpr auto fields() {
    return std::tuple{base::field("member", &AccountRecord::member),
                      base::field("password_hash", &AccountRecord::password_hash, {.secret = true}),
                      base::field("agreement", &AccountRecord::agreement),
                      base::field("password_changed", &AccountRecord::password_changed)};
  }
  static const ports::Collection& collection() { return schema::accounts; }
  [[nodiscard]] std::string id() const { return member.id.value; }
  [[nodiscard]] store::Keys keys() const {
    return {store::email_key(member.association, member.email)};
  }
  /// Names the account with its present password: "4Nc…", or "4Nc… 001795341600000" once it was
  /// changed.
  [[nodiscard]] std::string password_key() const {
    return password_changed ? id() + " " + store::expiry_key(*password_changed) : id();
  }
};

struct SessionRecord {
  std::string token_hash;  // SHA-256 of the cookie's token, hexadecimal; the token is kept nowhere
  std::string session_id;  // names the session in lists; stays when the token changes
  std::string association;
  domain::MemberId account;
  std::string device;  // "Firefox on Linux"
  bool remember = false;
  base::Instant signed_in;
  base::Instant last_seen;

  static constexpr auto fields() {
    return std::tuple{base::field("token_hash", &SessionRecord::token_hash),
                      base::field("session_id", &SessionRecord::session_id),
                      base::field("association", &SessionRecord::association),
                      base::field("account", &SessionRecord::account),
                      base::field("device", &SessionRecord::device),
                      base::field("remember", &SessionRecord::remember),
                      base::field("signed_in", &SessionRecord::signed_in),
                      base::field("last_seen", &SessionRecord::last_seen)};
  }
  static const ports::Collection& collection() { return schema::sessions; }
  [[nodiscard]] std::string id() const { return token_hash; }
  [[nodiscard]] store::Keys keys() const {
    return {account.value, session_id, store::expiry_key(end())};
  }

  /// When it is over unless it is used before (domain/session_policy.h).
  [[nodiscard]] base::Instant end() const;
};

/// A browser that has signed in before. Its cookie is not a session: it only gives the member's
/// tries a budget that nobody else can use up (try_budget.h).
struct DeviceRecord {
  std::string token_hash;  // as in SessionRecord
  /// The password keys of who has signed in with it, latest last. Those of former passwords are
  /// worth nothing: else whoever once knew one could gather browsers by the thousand, and guess at
  /// the next one with the tries of all of them.
  std::vector<std::string> accounts;
  base::Instant expires;

  static constexpr auto fields() {
    return std::tuple{base::field("token_hash", &DeviceRecord::token_hash),
                      base::field("accounts", &DeviceRecord::accounts),
                      base::field("expires", &DeviceRecord::expires)};
  }
  static const ports::Collection& collection() { return schema::devices; }
  [[nodiscard]] std::string id() const { return token_hash; }
  [[nodiscard]] store::Keys keys() const { return {store::expiry_key(expires)}; }
};

}  // namespace laurel::service::accounts

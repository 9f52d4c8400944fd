// The links in mails that lead into an account. Tokens are kept as their SHA-256, hexadecimal; only
// the outbox holds a token in plain, until the mail is sent.
#pragma once

#include "domain/member.h"
#include "service/accounts/schema.h"
#include "service/store/keys.h"

namespace laurel::service::accounts {

/// A link to choose a new password. For an address without an account it has no account, and its
/// token is in no mail: it is there because known and unknown addresses cost the same.
struct PasswordResetRecord {
  std::string token_hash;
  std::string association;
  std::string email;
  std::optional<domain::MemberId> account;
  base::Instant expires;

  static constexpr auto fields() {
    return std::tuple{base::field("token_hash", &PasswordResetRecord::token_hash),
                      base::field("association", &PasswordResetRecord::association),
                      base::field("email", &PasswordResetRecord::email),
                      base::field("account", &PasswordResetRecord::account),
                      base::field("expires", &PasswordResetRecord::expires)};
  }
  static const ports::Collection& collection() { return schema::password_resets; }
  [[nodiscard]] std::string id() const { return token_hash; }
  [[nodiscard]] store::Keys keys() const {
    return {store::email_key(association, email), store::expiry_key(expires)};
  }
};

/// A link that gives an account another e-mail address. Where the address belongs to another account,
/// the token is in no mail: the record is there because both cost the same.
struct EmailChangeRecord {
  std::string token_hash;
  std::string association;
  domain::MemberId account;
  std::string email;  // the new one
  base::Instant expires;

  static constexpr auto fields() {
    return std::tuple{base::field("token_hash", &EmailChangeRecord::token_hash),
                      base::field("association", &EmailChangeRecord::association),
                      base::field("account", &EmailChangeRecord::account),
                      base::field("email", &EmailChangeRecord::email),
                      base::field("expires", &EmailChangeRecord::expires)};
  }
  static const ports::Collection& collection() { return schema::email_changes; }
  [[nodiscard]] std::string id() const { return token_hash; }
  [[nodiscard]] store::Keys keys() const { return {account.value, store::expiry_key(expires)}; }
};

}  // namespace laurel::service::accounts

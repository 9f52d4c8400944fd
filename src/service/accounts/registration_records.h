// What the backend keeps of people who are not members yet. Tokens are kept as their SHA-256,
// hexadecimal; only the outbox holds a token in plain, until the mail is sent.
#pragma once

#include "service/accounts/records.h"
#include "service/accounts/schema.h"
#include "service/store/keys.h"

namespace laurel::service::accounts {

/// Everything that a member to be has typed. It becomes an account when its activation link is
/// used, and is forgotten a day after the last step.
struct RegistrationRecord {
  std::string registration_id;
  std::string token_hash;  // of the token that the browser has
  std::string association;
  std::string email;
  std::string first_name;
  std::string last_name;
  std::string country;
  std::string password_hash;
  Agreement agreement;
  std::vector<std::string> certificates;  // numbers that were ticked
  bool newsletter = false;
  bool completed = false;       // step 2 is done and a mail was sent
  std::string activation_hash;  // of the token in the latest mail; empty when there is none
  base::Instant expires;

  static constexpr auto fields() {
    return std::tuple{
        base::field("registration_id", &RegistrationRecord::registration_id),
        base::field("token_hash", &RegistrationRecord::token_hash),
        base::field("association", &RegistrationRecord::association),
        base::field("email", &RegistrationRecord::email),
        base::field("first_name", &RegistrationRecord::first_name),
        base::field("last_name", &RegistrationRecord::last_name),
        base::field("country", &RegistrationRecord::country),
        base::field("password_hash", &RegistrationRecord::password_hash, {.secret = true}),
        base::field("agreement", &RegistrationRecord::agreement),
        base::field("certificates", &RegistrationRecord::certificates),
        base::field("newsletter", &RegistrationRecord::newsletter),
        base::field("completed", &RegistrationRecord::completed),
        base::field("activation_hash", &RegistrationRecord::activation_hash),
        base::field("expires", &RegistrationRecord::expires)};
  }
  static const ports::Collection& collection() { return schema::registrations; }
  [[nodiscard]] std::string id() const { return registration_id; }
  [[nodiscard]] store::Keys keys() const {
    return {token_hash, activation_hash.empty() ? std::nullopt : std::optional(activation_hash),
            store::email_key(association, email), store::expiry_key(expires)};
  }
};

}  // namespace laurel::service::accounts

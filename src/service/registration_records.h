// What the backend keeps of people who are not members yet, and of links in mails; the rules are
// those of service/records.h. Tokens are kept as their SHA-256, hexadecimal; only the outbox holds
// a token in plain, until the mail is sent.
#pragma once

#include "ports/mailer.h"
#include "service/records.h"

namespace laurel::service {

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
  [[nodiscard]] Keys keys() const {
    return {{schema::by_token, token_hash},
            {schema::by_activation,
             activation_hash.empty() ? std::nullopt : std::optional(activation_hash)},
            {schema::by_address, email_key(association, email)},
            {schema::by_expiry, expiry_key(expires)}};
  }
};

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
  [[nodiscard]] Keys keys() const {
    return {{schema::by_address, email_key(association, email)},
            {schema::by_expiry, expiry_key(expires)}};
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
  [[nodiscard]] Keys keys() const {
    return {{schema::by_account, account.value}, {schema::by_expiry, expiry_key(expires)}};
  }
};

/// A certificate that a member says is theirs, which the registry cannot confirm: staff decides.
struct CertificateRequestRecord {
  std::string request_id;
  std::string certificate;  // the id of its CertificateRecord
  domain::MemberId account;
  base::Instant requested;

  static constexpr auto fields() {
    return std::tuple{base::field("request_id", &CertificateRequestRecord::request_id),
                      base::field("certificate", &CertificateRequestRecord::certificate),
                      base::field("account", &CertificateRequestRecord::account),
                      base::field("requested", &CertificateRequestRecord::requested)};
  }
  static const ports::Collection& collection() { return schema::certificate_requests; }
  [[nodiscard]] std::string id() const { return request_id; }
  [[nodiscard]] Keys keys() const {
    return {{schema::by_account, account.value},
            {schema::by_claim, claim_key(account, certificate)},
            {schema::by_requested, expiry_key(requested)}};
  }
  /// Of one member and one certificate.
  [[nodiscard]] static std::string claim_key(const domain::MemberId& account,
                                             std::string_view certificate) {
    return account.value + " " + std::string(certificate);
  }
};

enum class Delivery { waiting, abandoned };

constexpr std::array<std::string_view, 2> enum_names(Delivery) { return {"waiting", "abandoned"}; }

/// A mail that was promised in the transaction that made it needed (service/outbox.h). It is erased
/// when it has been sent.
struct OutboxRecord {
  std::string outbox_id;
  ports::Mail mail;
  Delivery state = Delivery::waiting;
  std::int64_t tries = 0;
  std::string last_error;
  base::Instant written;
  base::Instant due;      // not to be tried before
  base::Instant expires;  // forgotten then, sent or not
  /// The id of the NewsletterRecord that a newsletter is for. Nothing: somebody waits for the mail.
  std::optional<std::string> subscription = std::nullopt;

  static constexpr auto fields() {
    return std::tuple{base::field("outbox_id", &OutboxRecord::outbox_id),
                      base::field("mail", &OutboxRecord::mail),
                      base::field("state", &OutboxRecord::state),
                      base::field("tries", &OutboxRecord::tries),
                      base::field("last_error", &OutboxRecord::last_error),
                      base::field("written", &OutboxRecord::written),
                      base::field("due", &OutboxRecord::due),
                      base::field("expires", &OutboxRecord::expires),
                      base::field("subscription", &OutboxRecord::subscription)};
  }
  static const ports::Collection& collection() { return schema::outbox; }
  [[nodiscard]] std::string id() const { return outbox_id; }
  [[nodiscard]] Keys keys() const {
    const auto only_if = [](bool holds, base::Instant instant) {
      return holds ? std::optional(expiry_key(instant)) : std::nullopt;
    };
    const bool waits = state == Delivery::waiting;
    return {{schema::by_due, only_if(waits && !subscription, due)},
            {schema::by_expiry, expiry_key(expires)},
            {schema::by_newsletter_due, only_if(waits && subscription, due)},
            {schema::by_abandoned, only_if(!waits, written)}};
  }
};

}  // namespace laurel::service

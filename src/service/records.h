// What the backend keeps, as typed records over the store's documents. Each states its fields once
// (base/codec.h), its collection, its id, and by name what each index of the collection finds it by:
// one key, several or none.
//
//   const auto account = service::load<AccountRecord>(transaction, member_id.value);
//   if (!account) return tl::unexpected(account.error());
//   if (*account) …
//   return service::save(transaction, **account);
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "domain/certificate.h"
#include "domain/member.h"
#include "ports/store.h"
#include "service/schema.h"

namespace laurel::service {

/// What one index finds a record by.
struct KeysOfIndex {
  KeysOfIndex(const ports::Index& of, std::string key) : index(of.name) {
    keys.push_back(std::move(key));
  }
  KeysOfIndex(const ports::Index& of, std::optional<std::string> key) : index(of.name) {
    if (key) keys.push_back(std::move(*key));
  }
  KeysOfIndex(const ports::Index& of, ports::IndexKeys several)
      : index(of.name), keys(std::move(several)) {}

  std::string_view index;
  ports::IndexKeys keys;
};

/// One for each index of the record's collection, in any order.
using Keys = std::vector<KeysOfIndex>;

/// In the collection's order, as the store wants them.
[[nodiscard]] std::vector<ports::IndexKeys> in_order_of(const ports::Collection& collection,
                                                        Keys keys);

/// Points in time as text that sorts as they do: milliseconds since 1970, 15 digits.
[[nodiscard]] std::string expiry_key(base::Instant instant);

[[nodiscard]] std::string email_key(std::string_view association, std::string_view email);
[[nodiscard]] std::string certificate_key(std::string_view association, std::string_view number);

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
    return std::tuple{
        base::field("member", &AccountRecord::member),
        base::field("password_hash", &AccountRecord::password_hash, {.secret = true}),
        base::field("agreement", &AccountRecord::agreement),
        base::field("password_changed", &AccountRecord::password_changed)};
  }
  static const ports::Collection& collection() { return schema::accounts; }
  [[nodiscard]] std::string id() const { return member.id.value; }
  [[nodiscard]] Keys keys() const {
    return {{schema::by_email, email_key(member.association, member.email)}};
  }
  /// Names the account with its present password: "4Nc…", or "4Nc… 001795341600000" once it was
  /// changed.
  [[nodiscard]] std::string password_key() const {
    return password_changed ? id() + " " + expiry_key(*password_changed) : id();
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
  [[nodiscard]] Keys keys() const {
    return {{schema::by_account, account.value},
            {schema::by_session, session_id},
            {schema::by_expiry, expiry_key(end())}};
  }

  /// When it is over unless it is used before (domain/session_policy.h).
  [[nodiscard]] base::Instant end() const;
};

/// A browser that has signed in before. Its cookie is not a session: it only gives the member's
/// tries a budget that nobody else can use up (service/try_budget.h).
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
  [[nodiscard]] Keys keys() const { return {{schema::by_expiry, expiry_key(expires)}}; }
};

/// Tries of one network, account or device (domain/rate_limit.h).
struct RateBucketRecord {
  std::string bucket;  // a hash, so that neither addresses nor e-mails of strangers are kept
  base::Instant empty_at;

  static constexpr auto fields() {
    return std::tuple{base::field("bucket", &RateBucketRecord::bucket),
                      base::field("empty_at", &RateBucketRecord::empty_at)};
  }
  static const ports::Collection& collection() { return schema::rate_buckets; }
  [[nodiscard]] std::string id() const { return bucket; }
  [[nodiscard]] Keys keys() const { return {{schema::by_expiry, expiry_key(empty_at)}}; }
};

/// The reply to a request that came with an Idempotency-Key (service/idempotency.h).
struct IdempotencyRecord {
  std::string key;          // a hash of the key and of who used it
  std::string fingerprint;  // of the request, secrets left out
  std::int64_t status = 0;
  std::string body;
  std::string session_id;  // of a session or registration, where the reply is made anew; else empty
  base::Instant expires;

  static constexpr auto fields() {
    return std::tuple{base::field("key", &IdempotencyRecord::key),
                      base::field("fingerprint", &IdempotencyRecord::fingerprint),
                      base::field("status", &IdempotencyRecord::status),
                      base::field("body", &IdempotencyRecord::body, {.max_bytes = 256 * 1024}),
                      base::field("session_id", &IdempotencyRecord::session_id),
                      base::field("expires", &IdempotencyRecord::expires)};
  }
  static const ports::Collection& collection() { return schema::idempotency_keys; }
  [[nodiscard]] std::string id() const { return key; }
  [[nodiscard]] Keys keys() const { return {{schema::by_expiry, expiry_key(expires)}}; }
};

/// An entry of the association's registry; its holder need not have an account.
struct CertificateRecord {
  domain::Certificate certificate;

  static constexpr auto fields() {
    return std::tuple{base::field("certificate", &CertificateRecord::certificate)};
  }
  static const ports::Collection& collection() { return schema::certificates; }
  [[nodiscard]] std::string id() const {
    return certificate_key(certificate.association, certificate.number);
  }
  /// Its number, its owner's address, and the words of the name in each of their orders
  /// (service/registry.h).
  [[nodiscard]] Keys keys() const;
};

/// Of which end of a certificate its holder was reminded last, and how early: what is due earlier
/// is not sent any more, and a renewed certificate has another end.
struct SentReminder {
  base::Date valid_until;
  std::int64_t months_before = 0;

  static constexpr auto fields() {
    return std::tuple{base::field("valid_until", &SentReminder::valid_until),
                      base::field("months_before", &SentReminder::months_before)};
  }
};

/// That a certificate of the registry belongs to an account.
struct LinkedCertificateRecord {
  std::string certificate;  // the id of its CertificateRecord; so it has one holder at most
  domain::MemberId account;
  /// Names it in the address of its verification page: whoever has the address sees it, and nobody
  /// can guess one. Nothing in records of older versions, until service/reindex.h has seen them.
  std::optional<std::string> verification = std::nullopt;
  /// The certificate's, so that those that end are found among the linked ones alone
  /// (service/reminders.h). Nothing in older records, as for the verification.
  std::optional<base::Date> valid_until = std::nullopt;
  std::optional<base::Date> linked = std::nullopt;  // nothing: before that was noted
  std::optional<SentReminder> reminded = std::nullopt;

  static constexpr auto fields() {
    return std::tuple{base::field("certificate", &LinkedCertificateRecord::certificate),
                      base::field("account", &LinkedCertificateRecord::account),
                      base::field("verification", &LinkedCertificateRecord::verification),
                      base::field("valid_until", &LinkedCertificateRecord::valid_until),
                      base::field("linked", &LinkedCertificateRecord::linked),
                      base::field("reminded", &LinkedCertificateRecord::reminded)};
  }
  static const ports::Collection& collection() { return schema::certificate_links; }
  [[nodiscard]] std::string id() const { return certificate; }
  [[nodiscard]] Keys keys() const {
    return {{schema::by_account, account.value},
            {schema::by_verification, verification},
            {schema::by_valid_until,
             valid_until ? std::optional(end_key(*valid_until)) : std::nullopt}};
  }
  /// "ipma 2029-03-17 DE-24-B-01877": by association, then by the last day of validity.
  [[nodiscard]] std::string end_key(base::Date last_day) const {
    const std::size_t space = certificate.find(' ');
    return certificate.substr(0, space) + " " + base::format_date(last_day) +
           certificate.substr(space);
  }
};

template <class R>
[[nodiscard]] base::Result<R> decode_record(const ports::Record& stored) {
  auto record = base::decode_json<R>(stored.document, {.max_bytes = 1024 * 1024});
  if (record) return record;
  return base::fail(base::ErrorCode::corrupt,
                    std::string(R::collection().name) + ": " + record.error().context);
}

template <class R>
[[nodiscard]] base::Result<std::optional<R>> load(ports::Transaction& transaction,
                                                  std::string_view id) {
  const auto stored = transaction.get(R::collection(), id);
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored) return std::nullopt;
  auto record = decode_record<R>(**stored);
  if (!record) return tl::unexpected(record.error());
  return std::optional<R>(std::move(*record));
}

/// One for each id, in their order; nothing where there is no such record.
template <class R>
[[nodiscard]] base::Result<std::vector<std::optional<R>>> load_many(
    ports::Transaction& transaction, const std::vector<std::string>& ids) {
  const auto stored = transaction.get_many(R::collection(), ids);
  if (!stored) return tl::unexpected(stored.error());
  std::vector<std::optional<R>> records(stored->size());
  for (std::size_t i = 0; i < stored->size(); ++i) {
    if (!(*stored)[i]) continue;
    auto record = decode_record<R>(*(*stored)[i]);
    if (!record) return tl::unexpected(record.error());
    records[i] = std::move(*record);
  }
  return records;
}

/// What the index finds the stored record by.
[[nodiscard]] const ports::IndexKeys& keys_in(const ports::Record& stored,
                                              const ports::Collection& collection,
                                              const ports::Index& index);

/// Greater than every key that begins with `start`.
[[nodiscard]] std::string end_of_keys(std::string_view start);

/// Up to `limit` records whose key in the index equals `key`.
template <class R>
[[nodiscard]] base::Result<std::vector<R>> load_all(ports::Transaction& transaction,
                                                    const ports::Index& index,
                                                    std::string_view key, std::size_t limit) {
  const auto stored = transaction.find(R::collection(), index, key, limit);
  if (!stored) return tl::unexpected(stored.error());
  std::vector<R> records;
  for (const ports::Record& one : *stored) {
    auto record = decode_record<R>(one);
    if (!record) return tl::unexpected(record.error());
    records.push_back(std::move(*record));
  }
  return records;
}

/// The one record with this key, for unique indexes.
template <class R>
[[nodiscard]] base::Result<std::optional<R>> load_by(ports::Transaction& transaction,
                                                     const ports::Index& index,
                                                     std::string_view key) {
  auto records = load_all<R>(transaction, index, key, 1);
  if (!records) return tl::unexpected(records.error());
  if (records->empty()) return std::nullopt;
  return std::optional<R>(std::move(records->front()));
}

/// As the store keeps it.
template <class R>
[[nodiscard]] ports::Record stored_form(const R& record) {
  return {.id = record.id(),
          .document = base::encode_json(record),
          .keys = in_order_of(R::collection(), record.keys())};
}

template <class R>
[[nodiscard]] base::Status save(ports::Transaction& transaction, const R& record) {
  return transaction.put(R::collection(), stored_form(record));
}

template <class R>
[[nodiscard]] base::Status erase(ports::Transaction& transaction, const R& record) {
  return transaction.erase(R::collection(), record.id());
}

/// Erases every record whose key in the index equals `key`.
template <class R>
[[nodiscard]] base::Status erase_all(ports::Transaction& transaction, const ports::Index& index,
                                     std::string_view key) {
  constexpr std::size_t at_once = 200;
  for (;;) {
    const auto found = transaction.find(R::collection(), index, key, at_once);
    if (!found) return tl::unexpected(found.error());
    if (found->empty()) return {};
    for (const ports::Record& record : *found) {
      if (auto status = transaction.erase(R::collection(), record.id); !status) return status;
    }
  }
}

}  // namespace laurel::service

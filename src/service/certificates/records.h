// The registry of certificates, who holds which, and what staff is asked about.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/codec.h"
#include "domain/certificate.h"
#include "domain/member.h"
#include "service/certificates/schema.h"
#include "service/store/keys.h"
#include "service/store/records.h"

namespace laurel::service::certificates {

[[nodiscard]] std::string certificate_key(std::string_view association, std::string_view number);

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
  [[nodiscard]] store::Keys keys() const {
    return {certificate_key(certificate.association, domain::number_key(certificate.number))};
  }
};

/// One of the orders in which the words of a certificate's owner can be typed, so that names are
/// found whatever word comes first (registry.h). There are several for each of a million
/// certificates: all that is to be known stands in the id, and no index but the collection's own
/// order is needed. No word holds a "|".
struct CertificateWordsRecord {
  std::string association;
  std::string words;   // "lind mara"
  std::string number;  // of the certificate

  static constexpr auto fields() { return std::tuple{}; }
  static const ports::Collection& collection() { return schema::certificate_words; }
  /// "ipma lind mara|DE-24-B-01877"
  [[nodiscard]] std::string id() const { return association + " " + words + "|" + number; }
  [[nodiscard]] store::Keys keys() const { return {}; }
};

/// The address under which the registry knows a certificate's owner, kept like the words of the
/// name: an index of the certificates would be filled in no order where many are imported, and each
/// of its pages be written with each transaction.
struct CertificateAddressRecord {
  std::string association;
  std::string email;   // normalised, so without a space
  std::string number;  // of the certificate

  static constexpr auto fields() { return std::tuple{}; }
  static const ports::Collection& collection() { return schema::certificate_addresses; }
  /// "ipma mara.lind@example.org DE-24-B-01877"
  [[nodiscard]] std::string id() const {
    return store::email_key(association, email) + " " + number;
  }
  [[nodiscard]] store::Keys keys() const { return {}; }
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
  /// (reminders.h). Nothing in older records, as for the verification.
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
  [[nodiscard]] store::Keys keys() const {
    return {account.value, verification,
            valid_until ? std::optional(end_key(*valid_until)) : std::nullopt};
  }
  /// "ipma 2029-03-17 DE-24-B-01877": by association, then by the last day of validity.
  [[nodiscard]] std::string end_key(base::Date last_day) const {
    const std::size_t space = certificate.find(' ');
    return certificate.substr(0, space) + " " + base::format_date(last_day) +
           certificate.substr(space);
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
  [[nodiscard]] store::Keys keys() const {
    return {account.value, claim_key(account, certificate), store::expiry_key(requested)};
  }
  /// Of one member and one certificate.
  [[nodiscard]] static std::string claim_key(const domain::MemberId& account,
                                             std::string_view certificate) {
    return account.value + " " + std::string(certificate);
  }
};

}  // namespace laurel::service::certificates

namespace laurel::service {

/// A certificate is saved together with its owner's names: `save_certificate` in
/// registry.h.
template <>
[[nodiscard]] base::Status store::save<certificates::CertificateRecord>(
    ports::Transaction& transaction, const certificates::CertificateRecord& record) = delete;

}  // namespace laurel::service

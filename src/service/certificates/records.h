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
  /// Its number, its owner's address, and the words of the name in each of their orders
  /// (service/certificates/registry.h).
  [[nodiscard]] store::Keys keys() const;
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
    return {{schema::by_account, account.value},
            {schema::by_claim, claim_key(account, certificate)},
            {schema::by_requested, store::expiry_key(requested)}};
  }
  /// Of one member and one certificate.
  [[nodiscard]] static std::string claim_key(const domain::MemberId& account,
                                             std::string_view certificate) {
    return account.value + " " + std::string(certificate);
  }
};

}  // namespace laurel::service::certificates

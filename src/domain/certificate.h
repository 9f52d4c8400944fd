// A certificate of competence that an association has awarded to a person for some years.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/codec.h"
#include "base/time.h"

namespace laurel::domain {

enum class CertificateState {
  valid,
  expiring,         // valid, but for less than `expiring_months` more
  recertification,  // expired, but it can still be renewed, and not only exceptionally
  expired,
};

constexpr std::array<std::string_view, 4> enum_names(CertificateState) {
  return {"valid", "expiring", "recertification", "expired"};
}

/// Of competence, A the highest. Some associations' certificates have none.
enum class CertificateLevel { a, b, c, d };

constexpr std::array<std::string_view, 4> enum_names(CertificateLevel) {
  return {"A", "B", "C", "D"};
}

/// What somebody is certified to lead; `agile` are the roles "Agile Leader A" to "D".
enum class CertificateDomain { project, programme, portfolio, agile };

constexpr std::array<std::string_view, 4> enum_names(CertificateDomain) {
  return {"project", "programme", "portfolio", "agile"};
}

struct Certificate {
  std::string association;  // the id of the association whose registry holds it
  std::string number;       // unique within the association
  std::string title;        // "IPMA Level C – Certified Project Manager"
  std::string owner_name;
  std::string issuer;  // the member association's short name, "GPM"
  base::Date awarded;
  base::Date valid_until;  // the last day on which it is valid
  std::optional<std::string> owner_email = std::nullopt;  // as the registry knows it, normalised
  std::optional<CertificateLevel> level = std::nullopt;    // older entries lack what has one
  std::optional<CertificateDomain> domain = std::nullopt;  // the same

  static constexpr auto fields() {
    return std::tuple{base::field("association", &Certificate::association),
                      base::field("number", &Certificate::number, {.max_bytes = 64}),
                      base::field("title", &Certificate::title),
                      base::field("owner_name", &Certificate::owner_name),
                      base::field("issuer", &Certificate::issuer),
                      base::field("awarded", &Certificate::awarded),
                      base::field("valid_until", &Certificate::valid_until),
                      base::field("owner_email", &Certificate::owner_email, {.max_bytes = 254}),
                      base::field("level", &Certificate::level),
                      base::field("domain", &Certificate::domain)};
  }
};

/// The number without case, spaces and dashes: "DE-24-B-01877" and "de 24 b01877" are both
/// "de24b01877".
[[nodiscard]] std::string number_key(std::string_view number);

/// What a stranger may see of a name: "M… L…" of "Mara Lind".
[[nodiscard]] std::string masked_name(std::string_view name);

/// A certificate is `expiring` in its last months of the calendar.
inline constexpr int expiring_months = 6;

/// What it takes to renew a certificate (IPMA's regulations for levels A to C). A renewal may be one
/// level lower.
struct Recertification {
  int training_hours = 175;
  int practice_months = 30;
  int months_after_expiry = 6;
  int months_after_expiry_exceptionally = 12;
};

/// Nothing where none is stated: for level D, and for a certificate whose level is not known.
[[nodiscard]] std::optional<Recertification> recertification_of(
    std::optional<CertificateLevel> level);

/// The last days on which a certificate can be renewed.
struct RenewalWindow {
  base::Date until;
  base::Date exceptionally_until;
};

/// Nothing where no recertification is stated.
[[nodiscard]] std::optional<RenewalWindow> renewal_window(const Certificate& certificate);

[[nodiscard]] CertificateState state_on(const Certificate& certificate, base::Date today);

/// Whole months of the calendar from `today` to its last day; 0 for less than one, and after it.
[[nodiscard]] int months_left(const Certificate& certificate, base::Date today);

}  // namespace laurel::domain

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
  recertification,  // expired, but it can still be renewed
  expired,
};

constexpr std::array<std::string_view, 4> enum_names(CertificateState) {
  return {"valid", "expiring", "recertification", "expired"};
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

  static constexpr auto fields() {
    return std::tuple{base::field("association", &Certificate::association),
                      base::field("number", &Certificate::number, {.max_bytes = 64}),
                      base::field("title", &Certificate::title),
                      base::field("owner_name", &Certificate::owner_name),
                      base::field("issuer", &Certificate::issuer),
                      base::field("awarded", &Certificate::awarded),
                      base::field("valid_until", &Certificate::valid_until),
                      base::field("owner_email", &Certificate::owner_email, {.max_bytes = 254})};
  }
};

/// The number without case, spaces and dashes: "DE-24-B-01877" and "de 24 b01877" are both
/// "de24b01877".
[[nodiscard]] std::string number_key(std::string_view number);

/// What a stranger may see of a name: "M… L…" of "Mara Lind".
[[nodiscard]] std::string masked_name(std::string_view name);

/// How long before and after its last day a certificate changes state, in months of the calendar.
struct CertificatePolicy {
  int expiring_months = 6;
  int recertification_months = 6;
};

[[nodiscard]] CertificateState state_on(const Certificate& certificate, base::Date today,
                                        const CertificatePolicy& policy = {});

/// Whole months of the calendar from `today` to its last day; 0 for less than one, and after it.
[[nodiscard]] int months_left(const Certificate& certificate, base::Date today);

/// The last day on which it can be renewed.
[[nodiscard]] base::Date renewable_until(const Certificate& certificate,
                                         const CertificatePolicy& policy = {});

}  // namespace laurel::domain

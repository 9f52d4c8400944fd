#include "domain/certificate.h"

#include "base/utf8.h"
#include "domain/folding.h"

namespace laurel::domain {

std::string number_key(std::string_view number) { return folded_letters(number); }

std::string masked_name(std::string_view name) {
  std::string masked;
  bool first_of_word = true;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t bytes = base::code_point_at(name, at).bytes;
    const std::string_view character = name.substr(at, bytes);
    at += bytes;
    if (base::trim(character).empty()) {
      first_of_word = true;
    } else if (first_of_word) {
      if (!masked.empty()) masked += " ";
      masked += std::string(character) + "…";
      first_of_word = false;
    }
  }
  return masked;
}

std::optional<Recertification> recertification_of(std::optional<CertificateLevel> level) {
  if (!level || *level == CertificateLevel::d) return std::nullopt;
  return Recertification{};
}

std::optional<RenewalWindow> renewal_window(const Certificate& certificate) {
  const auto rule = recertification_of(certificate.level);
  if (!rule) return std::nullopt;
  return RenewalWindow{
      base::plus_months(certificate.valid_until, rule->months_after_expiry),
      base::plus_months(certificate.valid_until, rule->months_after_expiry_exceptionally)};
}

CertificateState state_on(const Certificate& certificate, base::Date today) {
  if (today <= certificate.valid_until) {
    const bool soon = certificate.valid_until < base::plus_months(today, expiring_months);
    return soon ? CertificateState::expiring : CertificateState::valid;
  }
  const auto window = renewal_window(certificate);
  return window && today <= window->until ? CertificateState::recertification
                                          : CertificateState::expired;
}

int months_left(const Certificate& certificate, base::Date today) {
  int months = 0;
  while (base::plus_months(today, months + 1) <= certificate.valid_until) ++months;
  return months;
}

}  // namespace laurel::domain

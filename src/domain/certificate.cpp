#include "domain/certificate.h"

#include "base/utf8.h"
#include "domain/folding.h"

namespace laurel::domain {
namespace {

/// The same day of another month; the month's last day where it has no such day, so that six months
/// after 31 August is 28 or 29 February.
base::Date plus_months(base::Date day, int months) {
  const std::chrono::year_month_day date(day);
  const std::chrono::year_month_day moved = date + std::chrono::months(months);
  if (moved.ok()) return base::Date(moved);
  return base::Date(std::chrono::year_month_day_last(
      moved.year(), std::chrono::month_day_last(moved.month())));
}

}  // namespace

std::string number_key(std::string_view number) {
  std::string key;
  for (const std::string& word : folded_words(number)) key += word;
  return key;
}

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

CertificateState state_on(const Certificate& certificate, base::Date today,
                          const CertificatePolicy& policy) {
  if (today <= certificate.valid_until) {
    const bool soon = certificate.valid_until < plus_months(today, policy.expiring_months);
    return soon ? CertificateState::expiring : CertificateState::valid;
  }
  return today <= renewable_until(certificate, policy) ? CertificateState::recertification
                                                       : CertificateState::expired;
}

int months_left(const Certificate& certificate, base::Date today) {
  int months = 0;
  while (plus_months(today, months + 1) <= certificate.valid_until) ++months;
  return months;
}

base::Date renewable_until(const Certificate& certificate, const CertificatePolicy& policy) {
  return plus_months(certificate.valid_until, policy.recertification_months);
}

}  // namespace laurel::domain

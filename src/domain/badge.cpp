#include "domain/badge.h"

#include <chrono>

namespace laurel::domain {

bool is_awarded_for(const BadgeTemplate& badge, const Certificate& certificate) {
  if (!badge.certificates || badge.status != TemplateStatus::active) return false;
  if (badge.association != certificate.association) return false;
  const CertificateRule& rule = *badge.certificates;
  return (!rule.level || rule.level == certificate.level) &&
         (!rule.domain || rule.domain == certificate.domain);
}

BadgeArt art_of(const BadgeTemplate& badge, std::string_view association, base::Date issued) {
  const int year = static_cast<int>(std::chrono::year_month_day(issued).year());
  return {.kind = badge.kind,
          .association = std::string(association),
          .emblem = badge.emblem,
          .headline = badge.headline,
          .year = badge.shows_year ? std::to_string(year) : std::string(),
          .colours = badge.colours};
}

ShownBadgeState shown_state(BadgeState state, std::optional<base::Date> expires, base::Date today) {
  if (state == BadgeState::revoked) return ShownBadgeState::revoked;
  if (state == BadgeState::rejected) return ShownBadgeState::rejected;
  if (expires && *expires < today) return ShownBadgeState::expired;
  return state == BadgeState::pending ? ShownBadgeState::pending : ShownBadgeState::accepted;
}

std::optional<base::Date> expiry_of(const BadgeTemplate& badge, base::Date issued) {
  if (!badge.valid_months) return std::nullopt;
  return base::plus_months(issued, static_cast<int>(*badge.valid_months));
}

std::optional<BadgeState> changed(BadgeState state, BadgeChange change) {
  if (state == BadgeState::revoked) return std::nullopt;
  switch (change) {
    case BadgeChange::accept:
      return BadgeState::accepted;
    case BadgeChange::reject:
      if (state == BadgeState::accepted) return std::nullopt;
      return BadgeState::rejected;
    case BadgeChange::revoke:
      return BadgeState::revoked;
  }
  return std::nullopt;
}

}  // namespace laurel::domain

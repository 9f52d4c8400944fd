#include "domain/badge.h"

#include <doctest/doctest.h>

namespace laurel::domain {
namespace {

using namespace std::chrono_literals;

constexpr base::Date today(2026y / 12 / 1);

BadgeTemplate level_b() {
  BadgeTemplate badge;
  badge.id = "level-b";
  badge.association = "ipma";
  badge.status = TemplateStatus::active;
  badge.headline = "Certified Senior Project Manager";
  badge.emblem = "B";
  badge.valid_months = 60;
  badge.certificates = CertificateRule{CertificateLevel::b, CertificateDomain::project};
  return badge;
}

Certificate certificate(std::optional<CertificateLevel> level,
                        std::optional<CertificateDomain> domain) {
  Certificate made;
  made.association = "ipma";
  made.level = level;
  made.domain = domain;
  return made;
}

TEST_CASE("a certificate's badge is awarded for what its rule says, of active templates alone") {
  using enum CertificateLevel;
  using enum CertificateDomain;
  CHECK(is_awarded_for(level_b(), certificate(b, project)));
  CHECK_FALSE(is_awarded_for(level_b(), certificate(a, project)));
  CHECK_FALSE(is_awarded_for(level_b(), certificate(b, agile)));
  CHECK_FALSE(is_awarded_for(level_b(), certificate(std::nullopt, project)));
  BadgeTemplate badge = level_b();
  badge.certificates->domain = std::nullopt;
  CHECK(is_awarded_for(badge, certificate(b, agile)));
  badge.association = "ima";
  CHECK_FALSE(is_awarded_for(badge, certificate(b, agile)));
  badge = level_b();
  badge.status = TemplateStatus::archived;
  CHECK_FALSE(is_awarded_for(badge, certificate(b, project)));
  badge = level_b();
  badge.certificates = std::nullopt;
  CHECK_FALSE(is_awarded_for(badge, certificate(b, project)));
}

TEST_CASE("a badge expires after its last day, which is the same day some months later") {
  const base::Date issued(2021y / 12 / 31);
  CHECK(expiry_of(level_b(), issued) == base::Date(2026y / 12 / 31));
  BadgeTemplate lasting = level_b();
  lasting.valid_months = std::nullopt;
  CHECK_FALSE(expiry_of(lasting, issued).has_value());
  using enum ShownBadgeState;
  const auto shown = [](BadgeState state, std::optional<base::Date> expires) {
    return shown_state(state, expires, today);
  };
  CHECK(shown(BadgeState::accepted, today) == accepted);
  CHECK(shown(BadgeState::accepted, today - std::chrono::days(1)) == expired);
  CHECK(shown(BadgeState::pending, today - std::chrono::days(1)) == expired);
  CHECK(shown(BadgeState::pending, std::nullopt) == pending);
  CHECK(shown(BadgeState::revoked, today - std::chrono::days(1)) == revoked);
  CHECK(shown(BadgeState::rejected, std::nullopt) == rejected);
}

TEST_CASE("what can become of a badge") {
  using enum BadgeState;
  using enum BadgeChange;
  CHECK(changed(pending, accept) == accepted);
  CHECK(changed(accepted, accept) == accepted);
  CHECK(changed(rejected, accept) == accepted);
  CHECK(changed(pending, reject) == rejected);
  CHECK(changed(rejected, reject) == rejected);
  CHECK_FALSE(changed(accepted, reject).has_value());
  for (const BadgeState state : {pending, accepted, rejected}) {
    CHECK(changed(state, revoke) == revoked);
  }
  for (const BadgeChange change : {accept, reject, revoke}) {
    CHECK_FALSE(changed(revoked, change).has_value());
  }
}

TEST_CASE("the artwork shows the year of the issue, or none") {
  const base::Date issued(2026y / 3 / 1);
  CHECK(art_of(level_b(), "IPMA", issued).year == "2026");
  BadgeTemplate badge = level_b();
  badge.shows_year = false;
  CHECK(art_of(badge, "IPMA", issued).year.empty());
}

}  // namespace
}  // namespace laurel::domain

#include "sample/certificates.h"

#include <array>
#include <string_view>

namespace laurel::sample {
namespace {

using domain::CertificateDomain;
using domain::CertificateLevel;

struct Award {
  CertificateLevel level;
  CertificateDomain domain;
  std::string_view title;
};

/// The higher, the fewer: picked evenly, so the lower ones stand here more often.
constexpr std::array awards = {
    Award{CertificateLevel::a, CertificateDomain::project,
          "IPMA Level A – Certified Projects Director"},
    Award{CertificateLevel::b, CertificateDomain::project,
          "IPMA Level B – Certified Senior Project Manager"},
    Award{CertificateLevel::b, CertificateDomain::agile,
          "IPMA Agile Leader Level B – Certified Senior Agile Leader"},
    Award{CertificateLevel::c, CertificateDomain::project,
          "IPMA Level C – Certified Project Manager"},
    Award{CertificateLevel::c, CertificateDomain::project,
          "IPMA Level C – Certified Project Manager"},
    Award{CertificateLevel::c, CertificateDomain::agile,
          "IPMA Agile Leader Level C – Certified Agile Leader"},
    Award{CertificateLevel::d, CertificateDomain::project,
          "IPMA Level D – Certified Project Management Associate"},
    Award{CertificateLevel::d, CertificateDomain::project,
          "IPMA Level D – Certified Project Management Associate"},
    Award{CertificateLevel::d, CertificateDomain::project,
          "IPMA Level D – Certified Project Management Associate"}};

constexpr std::size_t days_of_awards = 20 * 365;
constexpr int months_of_validity = 60;

/// "SI-24-C-0001234"
std::string number_of(std::string_view country, base::Date awarded, std::string_view level,
                      std::size_t index) {
  const std::chrono::year_month_day day(awarded);
  const std::string year = std::to_string(static_cast<int>(day.year()) % 100 + 100).substr(1);
  const std::string running = std::to_string(10'000'000 + index).substr(1);
  return std::string(country) + "-" + year + "-" + std::string(level) + "-" + running;
}

/// The day before that of the same name some years later.
base::Date last_day(base::Date awarded) {
  return base::plus_months(awarded, months_of_validity) - std::chrono::days(1);
}

/// The one place that knows what a certificate is made of.
domain::Certificate certificate_of(const Registry& registry, Random& random, std::size_t index,
                                   const Person& owner, bool with_email) {
  const Award& award = random.pick(awards);
  const domain::MemberAssociation none;
  const auto& issuers = registry.content.member_associations;
  const domain::MemberAssociation& issuer = issuers.empty() ? none : random.pick(issuers);
  const base::Date awarded =
      registry.today - std::chrono::days(static_cast<int>(random.below(days_of_awards)));
  domain::Certificate certificate;
  certificate.association = registry.association;
  certificate.number = number_of(issuer.country.empty() ? "XX" : issuer.country, awarded,
                                 base::name_of(award.level), index);
  certificate.title = award.title;
  certificate.level = award.level;
  certificate.domain = award.domain;
  certificate.owner_name = owner.name();
  certificate.issuer = issuer.short_name;
  certificate.awarded = awarded;
  certificate.valid_until = last_day(awarded);
  if (with_email) certificate.owner_email = owner.email;
  return certificate;
}

}  // namespace

Person make_member(std::uint64_t seed, std::size_t index) {
  return make_person(seed, "member", index);
}

MadeCertificate make_certificate(const Registry& registry, std::size_t index) {
  constexpr std::size_t of_each_member = 4;  // on average
  Random random(registry.seed, "certificate", index);
  if (index < of_each_member * registry.members) {
    const std::size_t member = random.below(registry.members);
    const bool is_linked = random.chance(85);
    return {certificate_of(registry, random, index, make_member(registry.seed, member), true),
            member, is_linked};
  }
  // Two neighbours of the same holder: some have renewed.
  const Person holder = make_person(registry.seed, "holder", index / 2);
  const bool with_email = random.chance(60);
  return {certificate_of(registry, random, index, holder, with_email), std::nullopt, false};
}

}  // namespace laurel::sample

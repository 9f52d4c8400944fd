#include "domain/certificate.h"

#include <doctest/doctest.h>

namespace laurel::domain {
namespace {

using State = CertificateState;

State state(const char* valid_until, const char* today,
            std::optional<CertificateLevel> level = CertificateLevel::c) {
  Certificate certificate;
  certificate.level = level;
  certificate.valid_until = *base::parse_date(valid_until);
  return state_on(certificate, *base::parse_date(today));
}

TEST_CASE("a certificate is valid to its last day, and expiring in its last six months") {
  CHECK(state("2026-11-20", "2026-05-20") == State::valid);
  CHECK(state("2026-11-20", "2026-05-21") == State::expiring);
  CHECK(state("2026-11-20", "2026-11-20") == State::expiring);
}

TEST_CASE("it can be renewed for six months after, then no more") {
  CHECK(state("2026-11-20", "2026-11-21") == State::recertification);
  CHECK(state("2026-11-20", "2027-05-20") == State::recertification);
  CHECK(state("2026-11-20", "2027-05-21") == State::expired);
}

TEST_CASE("levels A to C can be renewed; of level D, and where there is no level, nothing is stated") {
  for (const auto level : {CertificateLevel::a, CertificateLevel::b, CertificateLevel::c}) {
    const auto rule = recertification_of(level);
    REQUIRE(rule);
    CHECK(rule->training_hours == 175);
    CHECK(rule->practice_months == 30);
    CHECK(state("2026-11-20", "2026-11-21", level) == State::recertification);
  }
  for (const std::optional<CertificateLevel> level :
       {std::optional(CertificateLevel::d), std::optional<CertificateLevel>()}) {
    CHECK_FALSE(recertification_of(level));
    CHECK(state("2026-11-20", "2026-11-20", level) == State::expiring);
    CHECK(state("2026-11-20", "2026-11-21", level) == State::expired);
  }
}

TEST_CASE("the window of renewal is six months long, exceptionally twelve") {
  Certificate certificate;
  certificate.valid_until = *base::parse_date("2027-08-31");
  CHECK_FALSE(renewal_window(certificate));
  certificate.level = CertificateLevel::b;
  const auto window = renewal_window(certificate);
  REQUIRE(window);
  CHECK(window->until == *base::parse_date("2028-02-29"));
  CHECK(window->exceptionally_until == *base::parse_date("2028-08-31"));
}

TEST_CASE("the months that are left are whole ones of the calendar") {
  Certificate certificate;
  certificate.valid_until = *base::parse_date("2027-02-28");
  const auto left = [&](const char* today) {
    return months_left(certificate, *base::parse_date(today));
  };
  CHECK(left("2026-11-20") == 3);
  CHECK(left("2026-11-28") == 3);
  CHECK(left("2026-11-29") == 3);  // of February there is no 29th
  CHECK(left("2027-01-28") == 1);
  CHECK(left("2027-02-01") == 0);
  CHECK(left("2027-02-28") == 0);
  CHECK(left("2027-03-01") == 0);
}

TEST_CASE("months of different lengths end with their last day") {
  CHECK(state("2023-08-31", "2024-02-29") == State::recertification);
  CHECK(state("2023-08-31", "2024-03-01") == State::expired);
  CHECK(state("2026-12-31", "2026-06-30") == State::valid);
  CHECK(state("2026-02-28", "2025-08-31") == State::valid);
}

}  // namespace
}  // namespace laurel::domain

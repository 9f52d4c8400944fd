#include "domain/certificate.h"

#include <doctest/doctest.h>

namespace laurel::domain {
namespace {

using State = CertificateState;

State state(const char* valid_until, const char* today) {
  Certificate certificate;
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
  CHECK(renewable_until(certificate) == *base::parse_date("2027-08-28"));
}

TEST_CASE("months of different lengths end with their last day") {
  CHECK(state("2023-08-31", "2024-02-29") == State::recertification);
  CHECK(state("2023-08-31", "2024-03-01") == State::expired);
  CHECK(state("2026-12-31", "2026-06-30") == State::valid);
  CHECK(state("2026-02-28", "2025-08-31") == State::valid);
}

}  // namespace
}  // namespace laurel::domain

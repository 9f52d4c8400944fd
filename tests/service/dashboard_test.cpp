#include <doctest/doctest.h>

#include "protocol/dashboard.h"
#include "tests/support/backend.h"

namespace laurel {
namespace {

using domain::CertificateState;
using tests::Backend;
using tests::Browser;

const std::string path = "/api/v1/ipma/dashboard";

protocol::DashboardResponse dashboard_of(Browser& browser, const std::string& where = path) {
  const auto response = browser.get(where);
  REQUIRE(response.status == 200);
  auto content = base::decode_json<protocol::DashboardResponse>(response.body);
  REQUIRE(content);
  return *content;
}

TEST_CASE("the dashboard shows the member and their certificates, the newest first") {
  Backend backend;
  Browser browser(backend);
  CHECK(browser.get(path).status == 401);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  const auto dashboard = dashboard_of(browser);
  CHECK(dashboard.member.first_name == "Mara");
  CHECK(dashboard.country == "DE");
  CHECK(dashboard.member_association == "GPM");
  REQUIRE(dashboard.certificates.size() == 4);
  CHECK(dashboard.certificates[0].state == CertificateState::valid);
  CHECK(dashboard.certificates[1].state == CertificateState::expiring);
  CHECK(dashboard.certificates[2].state == CertificateState::recertification);
  CHECK(dashboard.certificates[3].state == CertificateState::expired);
  CHECK(dashboard.certificates[2].title == "IPMA Level C – Certified Project Manager");
}

TEST_CASE("a certificate's state follows the calendar") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password, true).status == 200);
  backend.clock.advance(std::chrono::hours(24 * 13));
  CHECK(dashboard_of(browser).certificates[1].state == CertificateState::expiring);
  backend.clock.advance(std::chrono::hours(24 * 13));
  REQUIRE(browser.get(path).status == 200);
}

TEST_CASE("the same person at two associations has two accounts, each with its own certificates") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password, false, "", "ima").status ==
          200);
  const auto ipma = dashboard_of(browser);
  const auto ima = dashboard_of(browser, "/api/v1/ima/dashboard");
  CHECK_FALSE(ipma.member.member_id == ima.member.member_id);
  REQUIRE(ima.certificates.size() == 1);
  CHECK(ima.certificates[0].number == "CMA-0071442");
}

TEST_CASE("a name in any script, and a member without certificates") {
  Backend backend;
  Browser hanako(backend);
  REQUIRE(hanako.sign_in("hanako.yamada@example.org", backend.sample.password).status == 200);
  CHECK(dashboard_of(hanako).member.last_name == "山田");
  Browser zoe(backend);
  REQUIRE(zoe.sign_in("new.member@example.org", backend.sample.password).status == 200);
  CHECK(dashboard_of(zoe).certificates.empty());
}

}  // namespace
}  // namespace laurel

#include <doctest/doctest.h>

#include "protocol/certificates.h"
#include "protocol/dashboard.h"
#include "tests/support/offers.h"
#include "tests/support/profiles.h"
#include "tests/support/registering.h"

namespace laurel {
namespace {

using domain::CertificateState;
using domain::OfferKind;
using protocol::NoticeKind;
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

/// The day on which tests begin, and others counted from it.
base::Date day(int from_now) {
  return base::Date(std::chrono::November / 20 / 2026) + std::chrono::days(from_now);
}

std::vector<NoticeKind> kinds(const protocol::DashboardResponse& dashboard) {
  std::vector<NoticeKind> out;
  for (const protocol::Notice& notice : dashboard.notices) out.push_back(notice.kind);
  return out;
}

std::vector<std::string> ids(const std::vector<domain::Offer>& offers) {
  std::vector<std::string> out;
  for (const domain::Offer& offer : offers) out.push_back(offer.id);
  return out;
}

void claim(Browser& browser, const std::string& number) {
  REQUIRE(browser
              .post("/api/v1/ipma/certificates/claims",
                    base::encode_json(protocol::CertificateClaim{{number}}))
              .status == 200);
}

TEST_CASE("the dashboard says what the profile lacks, as the profile does") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  CHECK(dashboard_of(browser).missing == tests::profile_of(browser).missing);
  CHECK(dashboard_of(browser).missing.size() == 10);
  tests::replace_profile(browser, tests::full_profile());
  CHECK(dashboard_of(browser).missing == std::vector<std::string>{"photo"});
}

TEST_CASE("what needs attention comes in the order of its weight, with the day that matters") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  claim(browser, "ES-24-B-00093");  // another's, so that staff decides
  const auto notices = dashboard_of(browser).notices;
  REQUIRE(kinds(dashboard_of(browser)) ==
          std::vector{NoticeKind::recertification_open, NoticeKind::certificate_expiring,
                      NoticeKind::mobile_missing, NoticeKind::claim_pending});
  CHECK(notices[0].number == "DE-21-C-09358");
  CHECK(notices[0].date == base::parse_date("2027-03-06"));  // six months after its last day
  CHECK(notices[1].number == "DE-22-A-00412");
  CHECK(notices[1].date == base::parse_date("2027-02-10"));
  CHECK_FALSE(notices[2].number);
  CHECK(notices[3].title == "IPMA Level B – Certified Senior Project Manager");
  CHECK(notices[3].date == day(0));
}

TEST_CASE("a notice goes when its reason does") {
  Backend backend;
  Browser hanako(backend);
  REQUIRE(hanako.sign_in("hanako.yamada@example.org", backend.sample.password, true).status == 200);
  CHECK(kinds(dashboard_of(hanako)) == std::vector{NoticeKind::mobile_missing});
  tests::replace_profile(hanako, tests::full_profile());
  CHECK(dashboard_of(hanako).notices.empty());
}

TEST_CASE("an old certificate needs no attention beside a newer one, but alone it does") {
  Backend backend;
  Browser mara(backend);
  REQUIRE(mara.sign_in(backend.sample.email, backend.sample.password).status == 200);
  CHECK(dashboard_of(mara).certificates.back().state == CertificateState::expired);
  for (const NoticeKind kind : kinds(dashboard_of(mara))) {
    CHECK(kind != NoticeKind::no_valid_certificate);
  }
  backend.clock.advance(std::chrono::hours(24 * 365 * 4));
  Browser later(backend);
  REQUIRE(later.sign_in(backend.sample.email, backend.sample.password).status == 200);
  CHECK(kinds(dashboard_of(later)) ==
        std::vector{NoticeKind::no_valid_certificate, NoticeKind::mobile_missing});
  Browser newcomer(backend);
  REQUIRE(newcomer.sign_in("new.member@example.org", backend.sample.password).status == 200);
  CHECK(kinds(dashboard_of(newcomer)) == std::vector{NoticeKind::mobile_missing});
}

TEST_CASE("the next offers: those of the member's own association first, then by day, five of each") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  std::vector<domain::Offer> all;
  const auto add = [&](const std::string& id, OfferKind kind, int starts, const char* owner) {
    all.push_back(tests::offer("ipma", id, kind, id, day(starts), day(starts + 400)));
    all.back().member_association = owner;
  };
  add("running", OfferKind::event, -1, "GPM");
  add("today", OfferKind::event, 0, "");
  add("own late", OfferKind::event, 300, "GPM");
  add("own later", OfferKind::event, 301, "GPM");
  add("another's", OfferKind::event, 1, "ZPM");
  add("own course", OfferKind::course, 0, "GPM");
  all.push_back(tests::offer("ima", "ima", OfferKind::event, "ima", day(1), day(1)));
  tests::put(backend, all);

  const auto dashboard = dashboard_of(browser);
  CHECK(ids(dashboard.events) == std::vector<std::string>{"regional-meeting", "own late", "own later",
                                                          "today", "another's"});
  REQUIRE(dashboard.education.size() == 5);
  CHECK(dashboard.education[0].id == "own course");
  CHECK(dashboard.education[1].id == "level-c-preparation");
  CHECK(dashboard.education[2].id == "stakeholders-in-practice");
}

TEST_CASE("promise 17: the dashboard of one association holds nothing of another's") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(browser
              .sign_in(backend.sample.email, backend.sample.password, false, "", "ima")
              .status == 200);
  tests::put(backend, {tests::offer("ima", "meeting", OfferKind::event, "", day(1), day(1)),
                       tests::offer("ima", "course", OfferKind::course, "", day(1), day(1))});
  const auto dashboard = dashboard_of(browser, "/api/v1/ima/dashboard");
  CHECK(ids(dashboard.events) == std::vector<std::string>{"meeting"});
  CHECK(ids(dashboard.education) == std::vector<std::string>{"course"});
  CHECK(kinds(dashboard) == std::vector{NoticeKind::mobile_missing});
}

}  // namespace
}  // namespace laurel

#include "protocol/certificates.h"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "protocol/route.h"
#include "service/certificates/links.h"
#include "service/certificates/records.h"
#include "service/certificates/registry.h"
#include "service/certificates/schema.h"
#include "service/store/records.h"
#include "tests/support/registering.h"

namespace laurel {
namespace {

using namespace tests;
using protocol::ClaimState;
using protocol::ProblemCode;

const std::string path = "/api/v1/ipma/certificates";
const std::string ana_c = "SI-23-C-00417";   // the registry knows it by Ana's address
const std::string ana_d = "SI-19-D-01152";   // so this one
const std::string joses = "ES-24-B-00093";   // it knows it by another's, who is no member
const std::string maras = "DE-24-B-01877";   // Mara holds it

struct Desk {
  Desk() {
    become_member(backend, ana_browser, ana());
    REQUIRE(ana_browser.sign_in(ana().email, ana().password, true).status == 200);
    REQUIRE(mara.sign_in(backend.sample.email, backend.sample.password, true).status == 200);
  }
  Backend backend;
  Browser ana_browser{backend};
  Browser mara{backend};
};

protocol::Response search(Browser& browser, const protocol::MemberCertificateSearch& wanted) {
  return browser.post(path + "/search", base::encode_json(wanted));
}

std::vector<protocol::MemberCertificateCandidate> found(
    Browser& browser, const protocol::MemberCertificateSearch& wanted) {
  const auto response = search(browser, wanted);
  REQUIRE(response.status == 200);
  const auto decoded = base::decode_json<protocol::MemberCertificateSearchResponse>(response.body);
  REQUIRE(decoded);
  return decoded->certificates;
}

protocol::Response claim(Browser& browser, const std::vector<std::string>& numbers,
                         const std::string& key = "") {
  return browser.post(path + "/claims", base::encode_json(protocol::CertificateClaim{numbers}), key);
}

protocol::CertificatesResponse list(Browser& browser) {
  const auto response = browser.get(path);
  REQUIRE(response.status == 200);
  const auto decoded = base::decode_json<protocol::CertificatesResponse>(response.body);
  REQUIRE(decoded);
  return *decoded;
}

std::vector<service::certificates::CertificateRequestRecord> requests(Backend& backend) {
  return all_of<service::certificates::CertificateRequestRecord>(
      backend, service::certificates::schema::by_requested);
}

/// Has the registry know the certificate by this address.
void set_address(Backend& backend, const std::string& number, const std::string& email) {
  REQUIRE(backend.memory.write([&](ports::Transaction& transaction) -> base::Status {
    auto record = service::store::load<service::certificates::CertificateRecord>(
        transaction, service::certificates::certificate_key("ipma", number));
    REQUIRE((record && *record));
    (*record)->certificate.owner_email = email;
    return service::certificates::save_certificate(transaction, **record);
  }));
}

/// Has somebody hold it.
void link_to(Backend& backend, const std::string& number, const std::string& account) {
  REQUIRE(backend.memory.write([&](ports::Transaction& transaction) {
    return service::certificates::link_certificate(
        transaction, backend.services, service::certificates::certificate_key("ipma", number),
        domain::MemberId(account));
  }));
}

// ---- searching ----

TEST_CASE("by number: in full what the registry knows by the member's address, else masked") {
  Desk desk;
  const auto mine = found(desk.ana_browser, {" si 23 c00417", {}, {}, {}});
  REQUIRE(mine.size() == 1);
  CHECK(mine.front().number == ana_c);
  CHECK(mine.front().owner == "Ana Kos");
  CHECK(mine.front().state == ClaimState::linkable);
  const auto other = found(desk.ana_browser, {joses, {}, {}, {}});
  REQUIRE(other.size() == 1);
  CHECK(other.front().owner == "J… N…");
  CHECK(other.front().state == ClaimState::claimable);
  CHECK(found(desk.ana_browser, {"SI-23-C-0041", {}, {}, {}}).empty());
  CHECK(found(desk.mara, {maras, {}, {}, {}}).front().state == ClaimState::linked);
  CHECK(found(desk.mara, {maras, {}, {}, {}}).front().owner == "Mara Lind");
}

TEST_CASE("by e-mail only what the registry knows by the member's own address") {
  Desk desk;
  CHECK(found(desk.ana_browser, {{}, " Ana.Kos@Example.org ", {}, {}}).size() == 2);
  CHECK(found(desk.ana_browser, {{}, "jose.nunez@example.org", {}, {}}).empty());
  CHECK(found(desk.ana_browser, {{}, "nobody@example.org", {}, {}}).empty());
  CHECK(found(desk.ana_browser, {ana_c, "ana.kos@example.org", {}, {}}).size() == 1);
  CHECK(found(desk.ana_browser, {joses, "ana.kos@example.org", {}, {}}).empty());
  CHECK(found(desk.ana_browser, {joses, "jose.nunez@example.org", {}, {}}).empty());
  CHECK(errors_in(search(desk.ana_browser, {{}, "ana", {}, {}})) == "email invalid");
}

TEST_CASE("days narrow, and by themselves find only the member's own") {
  Desk desk;
  const auto day = *base::parse_date("2023-05-12");
  const auto last = *base::parse_date("2028-05-11");
  CHECK(found(desk.ana_browser, {ana_c, {}, day, last}).size() == 1);
  CHECK(found(desk.ana_browser, {ana_c, {}, last, {}}).empty());
  CHECK(found(desk.ana_browser, {{}, {}, day, {}}).size() == 1);
  CHECK(found(desk.ana_browser, {{}, {}, {}, *base::parse_date("2029-11-07")}).empty());
  CHECK(found(desk.ana_browser, {joses, {}, *base::parse_date("2024-11-08"), {}}).size() == 1);
  CHECK(errors_in(search(desk.ana_browser, {" ", "", {}, {}})) == "number missing");
}

TEST_CASE("promise 4: searching is limited, by network and by member") {
  Desk desk;
  for (int i = 0; i < 30; ++i) {
    desk.ana_browser.address = "198.51.100." + std::to_string(i);
    CHECK(search(desk.ana_browser, {joses, {}, {}, {}}).status == 200);
  }
  const auto refused = search(desk.ana_browser, {joses, {}, {}, {}});
  CHECK(refused.status == 429);
  CHECK(refused.retry_after_s == 20);
  CHECK(search(desk.mara, {joses, {}, {}, {}}).status == 200);
}

// ---- nobody learns who holds what ----

/// All that Ana gets to see of a certificate, and what it costs.
struct Seen {
  std::vector<std::string> bodies;
  int puts = 0;
  int erasures = 0;
  int writes = 0;
  std::size_t mails = 0;
  friend bool operator==(const Seen&, const Seen&) = default;
};

Seen all_about(Desk& desk) {
  const auto& counts = desk.backend.store.counts;
  const int puts = counts.puts;
  const int erasures = counts.erasures;
  const int writes = counts.write_transactions;
  Seen seen;
  const auto note = [&seen](const protocol::Response& response) {
    seen.bodies.push_back(std::to_string(response.status) + response.content_type + response.body);
    CHECK(response.cookies.empty());
  };
  Browser& browser = desk.ana_browser;
  note(search(browser, {joses, {}, {}, {}}));
  note(search(browser, {{}, ana().email, {}, {}}));
  note(search(browser, {joses, ana().email, {}, {}}));
  note(search(browser, {{}, {}, *base::parse_date("2024-11-08"), {}}));
  note(claim(browser, {joses}, "key"));
  note(claim(browser, {joses}, "key"));
  note(claim(browser, {joses}));
  note(search(browser, {joses, {}, {}, {}}));
  note(search(browser, {{}, ana().email, {}, {}}));
  note(browser.get(path));
  note(browser.get("/api/v1/ipma/dashboard"));
  seen.puts = counts.puts - puts;
  seen.erasures = counts.erasures - erasures;
  seen.writes = counts.write_transactions - writes;
  seen.mails = mails(desk.backend).size();
  return seen;
}

TEST_CASE("promise 3: held by another, and known by another address, look the same in every field") {
  Desk other_address;
  Desk held;
  link_to(held.backend, joses, "another member");
  Desk held_with_own_address;
  set_address(held_with_own_address.backend, joses, ana().email);
  link_to(held_with_own_address.backend, joses, "another member");
  const Seen expected = all_about(other_address);
  CHECK(all_about(held) == expected);
  CHECK(all_about(held_with_own_address) == expected);
  CHECK(expected.bodies[4].find(R"({"linked":[],"requested":["ES-24-B-00093"]})") !=
        std::string::npos);
  CHECK(expected.bodies[5] == expected.bodies[4]);
  CHECK(expected.bodies[7].find(R"("state":"requested")") != std::string::npos);
  for (const std::string& body : expected.bodies) {
    CHECK(body.find("Núñez") == std::string::npos);
    CHECK(body.find("jose") == std::string::npos);
  }
}

// ---- claiming ----

TEST_CASE("a claim is linked where the registry knows the member's address, else staff is asked") {
  Desk desk;
  const auto response = claim(desk.ana_browser, {ana_c, joses, maras, "made up", ana_c});
  CHECK(response.status == 200);
  CHECK(response.body ==
        R"({"linked":["SI-23-C-00417"],"requested":["ES-24-B-00093","DE-24-B-01877"]})");
  CHECK(found(desk.ana_browser, {ana_c, {}, {}, {}}).front().state == ClaimState::linked);
  CHECK(list(desk.mara).certificates.size() == 4);  // nothing was taken away
  CHECK(errors_in(claim(desk.ana_browser, {})) == "numbers missing");
}

TEST_CASE("a member has one open request for a certificate, however often they ask") {
  Desk desk;
  const std::string expected = R"({"linked":[],"requested":["ES-24-B-00093"]})";
  CHECK(claim(desk.ana_browser, {joses}).body == expected);
  CHECK(claim(desk.ana_browser, {joses}).body == expected);
  CHECK(requests(desk.backend).size() == 1);
  CHECK(claim(desk.mara, {joses}).body == expected);
  CHECK(requests(desk.backend).size() == 2);
}

TEST_CASE("what was asked for is over when the registry learns the member's address") {
  Desk desk;
  CHECK(claim(desk.ana_browser, {joses}).status == 200);
  CHECK(list(desk.ana_browser).pending.size() == 1);
  set_address(desk.backend, joses, ana().email);
  CHECK(found(desk.ana_browser, {joses, {}, {}, {}}).front().state == ClaimState::linkable);
  CHECK(claim(desk.ana_browser, {joses}).body == R"({"linked":["ES-24-B-00093"],"requested":[]})");
  CHECK(requests(desk.backend).empty());
  CHECK(list(desk.ana_browser).pending.empty());
}

TEST_CASE("promise 16: the same claim with the same key is one, and another one with it is refused") {
  Desk desk;
  const auto first = claim(desk.ana_browser, {ana_c}, "key");
  const int puts = desk.backend.store.counts.puts;
  const auto second = claim(desk.ana_browser, {ana_c}, "key");
  CHECK(second.body == first.body);
  CHECK(desk.backend.store.counts.puts == puts);
  CHECK(problem_in(claim(desk.ana_browser, {ana_d}, "key")).code == ProblemCode::key_reused);
  CHECK(claim(desk.mara, {ana_d}, "key").status == 200);  // another member's key is another key
}

TEST_CASE("promises 4 and 16: claims are limited by their numbers, and a refusal is not kept") {
  Desk desk;
  std::vector<std::string> numbers;
  for (int i = 0; i < 50; ++i) numbers.push_back("X-" + std::to_string(i));
  CHECK(claim(desk.ana_browser, numbers).status == 200);
  CHECK(claim(desk.ana_browser, numbers).status == 200);
  CHECK(claim(desk.ana_browser, {joses}, "key").status == 429);
  CHECK(requests(desk.backend).empty());
  desk.backend.clock.advance(std::chrono::seconds(20));
  CHECK(claim(desk.ana_browser, {joses}, "key").status == 200);
  numbers.push_back("one too many");
  CHECK(claim(desk.ana_browser, numbers).status == 400);
}

TEST_CASE("promise 17: a registry is one association's, and a member sees their own alone") {
  Desk desk;
  const std::string foreign = "CMA-0090017";  // of the other association, by Ana's address
  CHECK(found(desk.ana_browser, {foreign, {}, {}, {}}).empty());
  CHECK(claim(desk.ana_browser, {foreign}).body == R"({"linked":[],"requested":[]})");
  CHECK(found(desk.ana_browser, {{}, ana().email, {}, {}}).size() == 2);
  for (const char* where : {"/api/v1/ima/certificates", "/api/v1/other/certificates"}) {
    CHECK(desk.ana_browser.get(where).status >= 401);
    CHECK(desk.ana_browser.post(std::string(where) + "/search", R"({"number":"CMA-0090017"})")
              .status >= 401);
    CHECK(desk.ana_browser.post(std::string(where) + "/claims", R"({"numbers":["CMA-0090017"]})")
              .status >= 401);
  }
  CHECK(list(desk.ana_browser).certificates.empty());
  CHECK(claim(desk.ana_browser, {joses}).status == 200);
  CHECK(list(desk.mara).pending.empty());
}

TEST_CASE("promise 14: a claim is written whole or not at all") {
  Desk desk;
  desk.backend.store.writes_fail = true;
  CHECK(claim(desk.ana_browser, {ana_c, joses}, "key").status == 503);
  desk.backend.store.writes_fail = false;
  CHECK(list(desk.ana_browser).certificates.empty());
  CHECK(claim(desk.ana_browser, {ana_c, joses}, "key").status == 200);
  CHECK(list(desk.ana_browser).certificates.size() == 1);
  CHECK(list(desk.ana_browser).pending.size() == 1);
}

TEST_CASE("what was ticked while registering follows the same rule, with one request for each") {
  Backend backend;
  Browser browser(backend);
  become_member(backend, browser, ana(), {ana_c, joses, joses, maras});
  REQUIRE(browser.sign_in(ana().email, ana().password).status == 200);
  CHECK(requests(backend).size() == 2);
  const auto listed = list(browser);
  REQUIRE(listed.certificates.size() == 1);
  CHECK(listed.certificates.front().verification.size() == 22);
  CHECK(listed.pending.size() == 2);
}

// ---- listing and proving ----

TEST_CASE("the list says of each certificate its state and until when it can be renewed") {
  Desk desk;
  using State = domain::CertificateState;
  const auto certificates = list(desk.mara).certificates;
  REQUIRE(certificates.size() == 4);
  CHECK(certificates[0].number == maras);
  CHECK(certificates[0].owner == "Mara Lind");
  CHECK(certificates[0].issuer == "GPM");
  CHECK(certificates[0].state == State::valid);
  CHECK(certificates[0].months_left == 27);
  CHECK(certificates[0].recertify_until == base::parse_date("2029-09-17"));
  CHECK(certificates[0].recertify_exceptionally_until == base::parse_date("2030-03-17"));
  CHECK(certificates[0].level == domain::CertificateLevel::b);
  CHECK(certificates[0].verification_address ==
        tests::origin() + "/ipma/#/verify/" + certificates[0].verification);
  CHECK(certificates[1].state == State::expiring);
  CHECK(certificates[1].months_left == 2);
  CHECK(certificates[2].state == State::recertification);
  CHECK(certificates[2].recertify_until == base::parse_date("2027-03-06"));
  CHECK(certificates[3].state == State::expired);
  CHECK_FALSE(certificates[3].months_left);
  CHECK_FALSE(certificates[3].recertify_until);
}

TEST_CASE("what staff was asked is listed, the newest first") {
  Desk desk;
  CHECK(claim(desk.ana_browser, {maras}).status == 200);
  desk.backend.clock.advance(std::chrono::hours(1));
  CHECK(claim(desk.ana_browser, {joses}).status == 200);
  const auto pending = list(desk.ana_browser).pending;
  REQUIRE(pending.size() == 2);
  CHECK(pending[0].number == joses);
  CHECK(pending[0].title == "IPMA Level B – Certified Senior Project Manager");
  CHECK(pending[0].requested == desk.backend.clock.now());
  CHECK(pending[1].number == maras);
}

TEST_CASE("a verification page shows what a certificate is, to whoever has its address") {
  Desk desk;
  REQUIRE(claim(desk.ana_browser, {ana_c}).status == 200);
  const auto detail = list(desk.ana_browser).certificates.at(0);
  const std::string page = "/api/v1/ipma/verifications/";
  Browser stranger(desk.backend);
  const auto response = stranger.get(page + detail.verification);
  CHECK(response.status == 200);
  CHECK(response.body ==
        R"({"number":"SI-23-C-00417","title":"IPMA Level C – Certified Project Manager",)"
        R"("owner":"Ana Kos","issuer":"ZPM","awarded":"2023-05-12","valid_until":"2028-05-11",)"
        R"("state":"valid","level":"C","domain":"project"})");
  CHECK(list(desk.ana_browser).certificates.at(0).verification == detail.verification);
  for (const std::string& guess : {std::string("x"), ana_c, "ipma " + ana_c,
                                   std::string(22, 'A')}) {
    CHECK(problem_in(stranger.get(page + protocol::percent_encoded(guess))).code ==
          ProblemCode::not_found);
  }
  CHECK(stranger.get("/api/v1/ima/verifications/" + detail.verification).status == 404);
}

TEST_CASE("the pages of a certificate that gets another holder are the new one's") {
  Desk desk;
  const std::string page = "/api/v1/ipma/verifications/";
  const std::string before = list(desk.mara).certificates.at(0).verification;
  std::set<std::string> all;
  for (const auto& one : list(desk.mara).certificates) all.insert(one.verification);
  CHECK(all.size() == 4);
  CHECK(desk.mara.get(page + before).status == 200);
  link_to(desk.backend, maras, "another member");
  CHECK(desk.mara.get(page + before).status == 404);
  CHECK(list(desk.mara).certificates.size() == 3);
}

}  // namespace
}  // namespace laurel

#include "service/certificates/requests.h"

#include <doctest/doctest.h>

#include "protocol/certificates.h"
#include "tests/support/registering.h"

namespace laurel {
namespace {

using namespace tests;
using service::certificates::HeldByAnother;
using service::certificates::Outcome;

const std::string joses = "ES-24-B-00093";  // nobody holds it
const std::string maras = "DE-24-B-01877";

/// Ana has asked for both.
struct Asked {
  Asked() {
    become_member(backend, browser, ana());
    REQUIRE(browser.sign_in(ana().email, ana().password, true).status == 200);
    for (const std::string& number : {joses, maras}) {
      backend.clock.advance(std::chrono::minutes(1));
      REQUIRE(browser
                  .post("/api/v1/ipma/certificates/claims",
                        base::encode_json(protocol::CertificateClaim{{number}}))
                  .status == 200);
    }
    REQUIRE(mara.sign_in(backend.sample.email, backend.sample.password, true).status == 200);
    mails_before = mails(backend).size();
  }
  std::vector<service::certificates::RequestEntry> open() {
    auto entries = service::certificates::list_requests(backend.services, 100);
    REQUIRE(entries);
    return std::move(*entries);
  }
  std::vector<ports::Mail> new_mails() {
    auto all = mails(backend);
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(mails_before));
    return all;
  }
  protocol::CertificatesResponse list(Browser& who) {
    auto listed =
        base::decode_json<protocol::CertificatesResponse>(who.get("/api/v1/ipma/certificates").body);
    REQUIRE(listed);
    return std::move(*listed);
  }
  Backend backend;
  Browser browser{backend};
  Browser mara{backend};
  std::size_t mails_before = 0;
};

bool says(const ports::Mail& mail, const std::string& text) {
  return (mail.subject + mail.text + mail.html).find(text) != std::string::npos;
}

TEST_CASE("staff sees who asks for what, what the registry knows, and who holds it") {
  Asked asked;
  const auto open = asked.open();
  REQUIRE(open.size() == 2);
  CHECK(open[0].certificate.number == joses);
  CHECK(open[0].certificate.owner_name == "José Núñez");
  CHECK(open[0].certificate.owner_email == "jose.nunez@example.org");
  CHECK(open[0].member.email == ana().email);
  CHECK_FALSE(open[0].holder);
  CHECK(open[0].requested < open[1].requested);
  REQUIRE(open[1].holder);
  CHECK(open[1].holder->email == asked.backend.sample.email);
}

TEST_CASE("promise 14: approving links the certificate and tells the member, or does neither") {
  Asked asked;
  const std::string id = asked.open()[0].id;
  asked.backend.store.writes_fail = true;
  CHECK_FALSE(
      service::certificates::approve_request(asked.backend.services, id, HeldByAnother::keep));
  asked.backend.store.writes_fail = false;
  CHECK(asked.list(asked.browser).certificates.empty());
  CHECK(asked.new_mails().empty());

  const int before = asked.backend.store.counts.write_transactions;
  const auto decision =
      service::certificates::approve_request(asked.backend.services, id, HeldByAnother::keep);
  REQUIRE(decision);
  CHECK(decision->outcome == Outcome::done);
  CHECK(asked.backend.store.counts.write_transactions == before + 1);
  const auto listed = asked.list(asked.browser);
  REQUIRE(listed.certificates.size() == 1);
  CHECK(listed.certificates[0].number == joses);
  CHECK(listed.certificates[0].verification.size() == 22);
  CHECK(listed.pending.size() == 1);
  const auto told = asked.new_mails();
  REQUIRE(told.size() == 1);
  CHECK(told[0].to == ana().email);
  CHECK(says(told[0], joses));
  CHECK(says(told[0], origin() + "/ipma/#/certificates"));
  CHECK_FALSE(says(told[0], "Núñez"));

  const auto again =
      service::certificates::approve_request(asked.backend.services, id, HeldByAnother::keep);
  REQUIRE(again);
  CHECK(again->outcome == Outcome::unknown);
  CHECK(asked.new_mails().size() == 1);
}

TEST_CASE("what another member holds stays theirs until staff says that it moves") {
  Asked asked;
  const std::string id = asked.open()[1].id;
  const auto kept =
      service::certificates::approve_request(asked.backend.services, id, HeldByAnother::keep);
  REQUIRE(kept);
  CHECK(kept->outcome == Outcome::held_by_another);
  CHECK(kept->request->holder->email == asked.backend.sample.email);
  CHECK(asked.list(asked.mara).certificates.size() == 4);
  CHECK(asked.open().size() == 2);
  CHECK(asked.new_mails().empty());

  const auto moved =
      service::certificates::approve_request(asked.backend.services, id, HeldByAnother::move);
  REQUIRE(moved);
  CHECK(moved->outcome == Outcome::done);
  CHECK(asked.list(asked.mara).certificates.size() == 3);
  CHECK(asked.list(asked.browser).certificates.size() == 1);
  const auto told = asked.new_mails();
  REQUIRE(told.size() == 2);
  for (const ports::Mail& mail : told) {
    const bool to_former = mail.to == asked.backend.sample.email;
    CHECK((to_former || mail.to == ana().email));
    CHECK(says(mail, maras));
    // No mail tells who holds a certificate, or who has held it.
    CHECK_FALSE(says(mail, to_former ? "Kos" : "Lind"));
    CHECK_FALSE(says(mail, to_former ? ana().email : asked.backend.sample.email));
  }
  CHECK(told[0].to != told[1].to);
}

TEST_CASE("declining changes no certificate, and tells the member why") {
  Asked asked;
  for (const auto& request : asked.open()) {
    const auto decision = service::certificates::decline_request(
        asked.backend.services, request.id, " The name differs: <b>please</b> write. ");
    REQUIRE(decision);
    CHECK(decision->outcome == Outcome::done);
  }
  CHECK(asked.open().empty());
  CHECK(asked.list(asked.browser).certificates.empty());
  CHECK(asked.list(asked.browser).pending.empty());
  CHECK(asked.list(asked.mara).certificates.size() == 4);
  const auto told = asked.new_mails();
  REQUIRE(told.size() == 2);
  for (const ports::Mail& mail : told) {
    CHECK(mail.to == ana().email);
    CHECK(mail.text.find("The name differs: <b>please</b> write.") != std::string::npos);
    CHECK(mail.html.find("&lt;b&gt;please") != std::string::npos);
    CHECK_FALSE(says(mail, "Lind"));
    CHECK_FALSE(says(mail, "Núñez"));
  }
}

TEST_CASE("a mail about one that is held reads like a mail about one that is another's") {
  Asked asked;
  const auto open = asked.open();
  for (const auto& request : open) {
    REQUIRE(service::certificates::decline_request(asked.backend.services, request.id, ""));
  }
  auto told = asked.new_mails();
  REQUIRE(told.size() == 2);
  for (ports::Mail& mail : told) {
    for (const auto& request : open) {
      for (const std::string& text : {request.certificate.number, request.certificate.title}) {
        if (const auto at = mail.text.find(text); at != std::string::npos) {
          mail.text.erase(at, text.size());
        }
      }
    }
  }
  CHECK(told[0].text == told[1].text);
  CHECK(told[0].subject == told[1].subject);
}

TEST_CASE("promise 15: a reason is one line of UTF-8") {
  Asked asked;
  const std::string id = asked.open()[0].id;
  for (const std::string& reason :
       {std::string("two\nlines"), std::string("\xFF"), std::string(2001, 'x')}) {
    const auto decision =
        service::certificates::decline_request(asked.backend.services, id, reason);
    REQUIRE_FALSE(decision);
    CHECK(decision.error().code == base::ErrorCode::invalid_input);
  }
  CHECK(asked.open().size() == 2);
  CHECK(service::certificates::decline_request(asked.backend.services, "made up", "")->outcome ==
        Outcome::unknown);
}

}  // namespace
}  // namespace laurel

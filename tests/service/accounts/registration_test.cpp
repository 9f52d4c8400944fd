#include <algorithm>

#include <doctest/doctest.h>

#include "protocol/dashboard.h"
#include "service/accounts/records.h"
#include "service/accounts/registration_records.h"
#include "service/accounts/schema.h"
#include "service/certificates/records.h"
#include "service/newsletter/records.h"
#include "service/newsletter/schema.h"
#include "service/schema.h"
#include "tests/support/registering.h"

namespace laurel {
namespace {

using namespace tests;
using protocol::ProblemCode;

struct Work {
  int hashed, verified, puts, erasures, writes, reads;
  std::size_t mails;
  friend bool operator==(const Work&, const Work&) = default;
};

Work work_of(Backend& backend) {
  const auto& counts = backend.store.counts;
  return {backend.hasher.hashed, backend.hasher.verified,     counts.puts,
          counts.erasures,       counts.write_transactions,   counts.read_transactions,
          mails(backend).size()};
}

protocol::Response search(Browser& browser, const protocol::CertificateSearchRequest& wanted) {
  return browser.post(registrations_path() + "/search", base::encode_json(wanted));
}

std::vector<protocol::CertificateCandidate> found(
    Browser& browser, const protocol::CertificateSearchRequest& wanted) {
  const auto response = search(browser, wanted);
  REQUIRE(response.status == 200);
  const auto decoded = base::decode_json<protocol::CertificateSearchResponse>(response.body);
  REQUIRE(decoded);
  return decoded->certificates;
}

protocol::Response send_again(Browser& browser, const std::string& registration) {
  return browser.post(registrations_path() + "/mail",
                      base::encode_json(protocol::ActivationMailRequest{registration}));
}

TEST_CASE("three steps make a member, who can sign in after the third and not before") {
  Backend backend;
  Browser browser(backend);
  const std::string registration = registration_of(register_as(browser, ana()));
  CHECK(browser.sign_in(ana().email, ana().password).status == 401);
  CHECK(complete(browser, registration).status == 202);
  CHECK(browser.sign_in(ana().email, ana().password).status == 401);

  const auto mail = mails(backend).back();
  CHECK(mail.to == ana().email);
  CHECK(mail.from == "noreply@ipma.example");
  CHECK(mail.reply_to == "support@ipma.example");
  CHECK(mail.html.find("/ipma/#/activate/") != std::string::npos);
  const auto activated = activate(browser, token_in_mail(backend, "activate"));
  CHECK(activated.status == 200);
  CHECK(activated.body == "{}");
  CHECK(browser.get("/api/v1/ipma/session").status == 401);

  const auto session = browser.sign_in(ana().email, ana().password);
  REQUIRE(session.status == 200);
  const auto member = base::decode_json<protocol::SessionResponse>(session.body);
  CHECK(member->first_name == "Ana");
  const auto dashboard =
      base::decode_json<protocol::DashboardResponse>(browser.get("/api/v1/ipma/dashboard").body);
  CHECK(dashboard->country == "SI");
  const auto accounts =
      all_of<service::accounts::AccountRecord>(backend, service::accounts::schema::by_email);
  CHECK(std::count_if(accounts.begin(), accounts.end(), [](const auto& account) {
          return account.agreement && account.agreement->version == "2026-11";
        }) == 1);
  CHECK(all_of<service::accounts::RegistrationRecord>(backend).empty());
}

TEST_CASE("promise 1: every field is checked, with a word at each") {
  Backend backend;
  Browser browser(backend);
  const auto errors = [&](auto change) {
    auto form = ana();
    change(form);
    return errors_in(register_as(browser, form));
  };
  CHECK(errors_in(register_as(browser, {"", " ", "", "", "", ""})) ==
        "first_name missing, last_name missing, email missing, country missing, password missing, "
        "agreed_to missing");
  CHECK(errors([](auto& f) { f.first_name = std::string(101, 'x'); }) == "first_name too_long");
  CHECK(errors([](auto& f) { f.last_name = "K\r\nBcc: x"; }) == "last_name invalid");
  CHECK(errors([](auto& f) { f.email = "ana@localhost"; }) == "email invalid");
  CHECK(errors([](auto& f) { f.country = "si"; }) == "country invalid");
  CHECK(errors([](auto& f) { f.password = "1234567"; }) == "password too_short");
  CHECK(errors([](auto& f) { f.password = "Iloveyou"; }) == "password too_common");
  CHECK(errors([](auto& f) { f.password = "ana.kos@example"; }) == "password too_personal");
  CHECK(errors([](auto& f) { f.password = "my.ipma.2026"; }) == "password too_personal");
  CHECK(errors([](auto& f) { f.agreed_to = "2020-01"; }) == "agreed_to outdated");
  CHECK(backend.hasher.hashed == 1);  // the sample's
  auto form = ana();
  form.password = std::string(128, 'x');
  CHECK(register_as(browser, form).status == 201);
}

TEST_CASE("promise 3: known and unknown addresses get the same answers for the same work") {
  struct Seen {
    std::vector<std::string> answers;
    Work work;
  };
  const auto register_with = [](const std::string& email) {
    Backend backend;
    Browser browser(backend);
    auto form = ana();
    form.email = email;
    Seen seen;
    const auto note = [&seen](const protocol::Response& response) {
      seen.answers.push_back(std::to_string(response.status) + response.content_type +
                             (response.status == 201 ? "" : response.body));
      CHECK(response.cookies.empty());
    };
    const auto first = register_as(browser, form, "key-1");
    note(first);
    const std::string registration = registration_of(first);
    CHECK(registration.size() == 43);
    note(complete(browser, registration, {"DE-24-B-01877"}, true, "key-2"));
    note(send_again(browser, registration));
    const std::string other = registration_of(register_as(browser, form));
    note(complete(browser, other));
    seen.work = work_of(backend);
    return seen;
  };
  const Seen known = register_with("mara.lind@example.org");
  const Seen unknown = register_with("nobody.here@example.org");
  CHECK(known.answers == unknown.answers);
  CHECK(known.work == unknown.work);
  CHECK(unknown.work.mails == 3);
}

TEST_CASE("promise 3: the mail to a known address says so, and changes nothing") {
  Backend backend;
  Browser browser(backend);
  auto form = ana();
  form.email = backend.sample.email;
  REQUIRE(complete(browser, registration_of(register_as(browser, form))).status == 202);
  const auto mail = mails(backend).back();
  CHECK(mail.to == backend.sample.email);
  CHECK(mail.subject == "You already have a my.ipma account");
  CHECK(mail.text.find("https://desk.example/ipma/#/login") != std::string::npos);
  CHECK(mail.text.find("https://desk.example/ipma/#/forgot-password") != std::string::npos);
  CHECK(mail.text.find("activate") == std::string::npos);
  CHECK(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  CHECK(browser.sign_in(backend.sample.email, form.password).status == 401);
}

TEST_CASE("nothing that a stranger typed is in a mail to an address that is not proven") {
  Backend backend;
  Browser browser(backend);
  auto form = ana();
  form.first_name = "Visit http://evil.example";
  REQUIRE(complete(browser, registration_of(register_as(browser, form))).status == 202);
  const auto mail = mails(backend).back();
  CHECK((mail.subject + mail.text + mail.html).find("evil") == std::string::npos);
}

TEST_CASE("certificates are found by number alone, masked, however the number is typed") {
  Backend backend;
  Browser browser(backend);
  const std::string token = registration_of(register_as(browser, ana()));
  for (const char* number : {"SI-23-C-00417", " si 23 c 00417", "SI23C00417"}) {
    const auto certificates = found(browser, {token, number, {}, {}, {}});
    REQUIRE(certificates.size() == 1);
    CHECK(certificates.front().number == "SI-23-C-00417");
    CHECK(certificates.front().owner == "A… K…");
    CHECK(certificates.front().issuer == "ZPM");
  }
  const auto day = *base::parse_date("2023-05-12");
  const auto other_day = *base::parse_date("2023-05-13");
  CHECK(found(browser, {token, "SI-23-C-00417", {}, day, {}}).size() == 1);
  CHECK(found(browser, {token, "SI-23-C-00417", {}, other_day, {}}).empty());
  CHECK(found(browser, {token, "SI-23-C-0041", {}, {}, {}}).empty());
  CHECK(found(browser, {token, "CMA-0090017", {}, {}, {}}).empty());  // another association's
  CHECK(found(browser, {token, {}, "ana.kos@example.org", day, {}}).empty());
  CHECK(errors_in(search(browser, {token, " ", {}, {}, {}})) == "number missing");
  const auto response = search(browser, {token, "SI-23-C-00417", {}, {}, {}});
  CHECK(response.body.find("ana.kos") == std::string::npos);
  CHECK(response.body.find("Kos") == std::string::npos);
}

TEST_CASE("promise 4: searching needs a registration, and is limited") {
  Backend backend;
  Browser browser(backend);
  CHECK(problem_in(search(browser, {"made up", "SI-23-C-00417", {}, {}, {}})).code ==
        ProblemCode::gone);
  const std::string token = registration_of(register_as(browser, ana()));
  for (int i = 0; i < 29; ++i) {
    CHECK(search(browser, {token, "SI-23-C-00417", {}, {}, {}}).status == 200);
  }
  const auto refused = search(browser, {token, "SI-23-C-00417", {}, {}, {}});
  CHECK(refused.status == 429);
  CHECK(refused.retry_after_s == 20);
}

TEST_CASE("what was ticked is linked where the registry knows the proven address, else asked for") {
  Backend backend;
  Browser browser(backend);
  become_member(backend, browser, ana(),
                {"SI-23-C-00417", "ES-24-B-00093", "DE-24-B-01877", "made up", "SI-23-C-00417"});
  REQUIRE(browser.sign_in(ana().email, ana().password).status == 200);
  const auto dashboard =
      base::decode_json<protocol::DashboardResponse>(browser.get("/api/v1/ipma/dashboard").body);
  REQUIRE(dashboard->certificates.size() == 1);
  CHECK(dashboard->certificates.front().number == "SI-23-C-00417");
  const auto requests = all_of<service::certificates::CertificateRequestRecord>(
      backend, service::accounts::schema::by_account);
  REQUIRE(requests.size() == 2);  // another's certificate, and one that has its holder already
}

TEST_CASE("the newsletter is subscribed to when the address is proven, not before") {
  Backend backend;
  Browser browser(backend);
  const std::string token = registration_of(register_as(browser, ana()));
  REQUIRE(complete(browser, token, {}, true).status == 202);
  const auto subscribers = [&] {
    return all_of<service::newsletter::NewsletterRecord>(
               backend, service::newsletter::schema::by_unsubscribe)
        .size();
  };
  CHECK(subscribers() == 0);
  REQUIRE(activate(browser, token_in_mail(backend, "activate")).status == 200);
  CHECK(subscribers() == 1);
}

TEST_CASE("step 2 twice is one mail, and steps need what came before") {
  Backend backend;
  Browser browser(backend);
  const std::string token = registration_of(register_as(browser, ana()));
  CHECK(problem_in(send_again(browser, token)).code == ProblemCode::gone);
  CHECK(complete(browser, token).status == 202);
  CHECK(complete(browser, token).status == 202);
  CHECK(mails(backend).size() == 1);
  CHECK(problem_in(complete(browser, "made up")).code == ProblemCode::gone);
}

TEST_CASE("step 2 once more: what is ticked last counts") {
  Backend backend;
  Browser browser(backend);
  const std::string token = registration_of(register_as(browser, ana()));
  REQUIRE(complete(browser, token, {"made up"}, true).status == 202);
  REQUIRE(complete(browser, token, {"SI-23-C-00417"}, false).status == 202);
  CHECK(mails(backend).size() == 1);
  REQUIRE(activate(browser, token_in_mail(backend, "activate")).status == 200);
  REQUIRE(browser.sign_in(ana().email, ana().password).status == 200);
  const auto dashboard =
      base::decode_json<protocol::DashboardResponse>(browser.get("/api/v1/ipma/dashboard").body);
  REQUIRE(dashboard->certificates.size() == 1);
  CHECK(dashboard->certificates.front().number == "SI-23-C-00417");
  CHECK(all_of<service::newsletter::NewsletterRecord>(backend,
                                                      service::newsletter::schema::by_unsubscribe)
            .empty());
}

TEST_CASE("a registration is forgotten after a day, its link with it") {
  Backend backend;
  Browser browser(backend);
  const std::string first = registration_of(register_as(browser, ana()));
  backend.clock.advance(std::chrono::hours(23));
  CHECK(complete(browser, first).status == 202);  // and lasts another day
  backend.clock.advance(std::chrono::hours(24));
  CHECK(problem_in(activate(browser, token_in_mail(backend, "activate"))).code ==
        ProblemCode::gone);
  CHECK(problem_in(send_again(browser, first)).code == ProblemCode::gone);
  backend.clock.advance(std::chrono::milliseconds(1));
  REQUIRE(register_as(browser, ana()).status == 201);
  CHECK(all_of<service::accounts::RegistrationRecord>(backend).size() == 1);
}

TEST_CASE("promise 4: the mail can be sent again, three times an hour") {
  Backend backend;
  Browser browser(backend);
  const std::string token = registration_of(register_as(browser, ana()));
  CHECK(complete(browser, token).status == 202);
  for (int i = 0; i < 3; ++i) CHECK(send_again(browser, token).status == 202);
  const auto refused = send_again(browser, token);
  CHECK(refused.status == 429);
  CHECK(refused.retry_after_s == 20 * 60);
  CHECK(mails(backend).size() == 4);
  backend.clock.advance(std::chrono::minutes(20));
  CHECK(send_again(browser, token).status == 202);
}

TEST_CASE("promise 4: nobody can be sent many mails of a kind, from however many networks") {
  Backend backend;
  int resets = 0;
  int registrations = 0;
  for (int i = 0; i < 8; ++i) {
    Browser browser(backend);
    browser.address = "198.51.100." + std::to_string(i);
    resets += ask_for_reset(browser, ana().email).status == 202;
    registrations += complete(browser, registration_of(register_as(browser, ana()))).status == 202;
  }
  CHECK(resets == 5);
  CHECK(registrations == 5);
  CHECK(mails(backend).size() == 10);
}

TEST_CASE("promise 4: a network registers and has mails sent only so often") {
  Backend backend;
  Browser browser(backend);
  int registered = 0;
  for (int i = 0; i < 25; ++i) {
    registered += register_as(browser, ana()).status == 201;
    auto form = ana();
    form.email = "a" + std::to_string(i) + "@example.org";
    ask_for_reset(browser, form.email);
  }
  CHECK(registered == 20);
  CHECK(mails(backend).size() == 20);
  CHECK(backend.hasher.hashed == 21);
}

TEST_CASE("promise 16: the same registration with the same key is one, under a new token") {
  Backend backend;
  Browser browser(backend);
  const std::string first = registration_of(register_as(browser, ana(), "key"));
  const std::string second = registration_of(register_as(browser, ana(), "key"));
  CHECK(first != second);
  CHECK(all_of<service::accounts::RegistrationRecord>(backend).size() == 1);
  CHECK(complete(browser, first).status == 410);
  CHECK(complete(browser, second, {}, false, "other").status == 202);
  CHECK(complete(browser, second, {}, false, "other").status == 202);
  CHECK(complete(browser, second, {}, true, "other").status == 422);
  CHECK(mails(backend).size() == 1);
  auto form = ana();
  form.first_name = "Anna";
  CHECK(register_as(browser, form, "key").status == 422);
}

TEST_CASE("promise 16: a refusal for the time being is not kept") {
  Backend backend;
  Browser browser(backend);
  for (int i = 0; i < 5; ++i) {
    REQUIRE(complete(browser, registration_of(register_as(browser, ana()))).status == 202);
  }
  const std::string token = registration_of(register_as(browser, ana()));
  CHECK(complete(browser, token, {}, false, "key").status == 429);
  backend.clock.advance(std::chrono::minutes(20));
  CHECK(complete(browser, token, {}, false, "key").status == 202);
}

TEST_CASE("promise 9: no token is stored but in the mail that waits") {
  Backend backend;
  Browser browser(backend);
  const std::string token = registration_of(register_as(browser, ana(), "key"));
  REQUIRE(complete(browser, token).status == 202);
  const std::string link = token_in_mail(backend, "activate");
  for (const auto& collection : service::schema::all_collections()) {
    if (collection.name == "outbox") continue;
    for (const auto& index : collection.indexes) {
      REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
        const auto records = transaction.range(collection, index, "", "~", 1000);
        REQUIRE(records);
        for (const auto& record : *records) {
          CHECK(record.document.find(token) == std::string::npos);
          CHECK(record.document.find(link) == std::string::npos);
          CHECK(record.document.find(ana().password) == std::string::npos);
        }
        return {};
      }));
    }
  }
}

TEST_CASE("promise 14: the registration and its mail are written together or not at all") {
  Backend backend;
  Browser browser(backend);
  const std::string token = registration_of(register_as(browser, ana()));
  backend.store.writes_fail = true;
  CHECK(complete(browser, token).status == 503);
  backend.store.writes_fail = false;
  CHECK(mails(backend).empty());
  const int before = backend.store.counts.write_transactions;
  CHECK(complete(browser, token).status == 202);
  CHECK(backend.store.counts.write_transactions == before + 1);
  CHECK(mails(backend).size() == 1);
}

}  // namespace
}  // namespace laurel

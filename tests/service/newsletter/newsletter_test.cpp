// The newsletter: double opt-in, and ways out of it.
#include <algorithm>
#include <atomic>
#include <thread>

#include <doctest/doctest.h>

#include "protocol/newsletter.h"
#include "service/mail/limits.h"
#include "service/newsletter/records.h"
#include "service/newsletter/schema.h"
#include "service/schema.h"
#include "tests/support/registering.h"

namespace laurel {
namespace {

using namespace tests;
using protocol::ProblemCode;

const std::string reader = "rita.novak@example.org";

std::string path_at(const std::string& association, const std::string& rest) {
  return "/api/v1/" + association + "/newsletter/" + rest;
}

protocol::Response ask(Browser& browser, const std::string& email, const std::string& key = "") {
  return browser.post(path_at("ipma", "subscriptions"),
                      base::encode_json(protocol::NewsletterRequest{email}), key);
}

protocol::Response confirm(Browser& browser, const std::string& token,
                           const std::string& association = "ipma") {
  return browser.post(path_at(association, "confirmations"),
                      base::encode_json(protocol::NewsletterConfirmation{token}));
}

protocol::Response cancel(Browser& browser, const std::string& token,
                          const std::string& association = "ipma") {
  return browser.post(path_at(association, "cancellations"),
                      base::encode_json(protocol::NewsletterCancellation{token}));
}

/// What a mail program posts, without a cookie and without an Origin.
protocol::Response one_click(Backend& backend, const std::string& token,
                             const std::string& body = "List-Unsubscribe=One-Click",
                             const std::string& type = "application/x-www-form-urlencoded") {
  return backend.send({.method = protocol::Method::post,
                       .path = path_at("ipma", "one-click/" + token),
                       .content_type = type,
                       .body = body});
}

std::vector<service::newsletter::NewsletterRecord> subscribers(Backend& backend) {
  return all_of<service::newsletter::NewsletterRecord>(backend,
                                                       service::newsletter::schema::by_unsubscribe);
}

std::vector<service::newsletter::NewsletterRequestRecord> requests(Backend& backend) {
  return all_of<service::newsletter::NewsletterRequestRecord>(backend);
}

/// The token of the mail that `ask` causes.
std::string token_for(Backend& backend, Browser& browser, const std::string& email = reader) {
  backend.clock.advance(std::chrono::minutes(1));
  REQUIRE(ask(browser, email).status == 202);
  return token_in_mail(backend, "newsletter/confirm");
}

/// The token that ends the new subscription.
std::string subscribed(Backend& backend, Browser& browser) {
  REQUIRE(confirm(browser, token_for(backend, browser)).status == 200);
  return subscribers(backend).front().unsubscribe;
}

TEST_CASE("nobody is subscribed before the press on the page that the mail leads to") {
  Backend backend;
  Browser browser(backend);
  const std::string token = token_for(backend, browser, " Rita.Novak@Example.org ");
  const auto mail = mails(backend).back();
  CHECK(mail.to == reader);
  CHECK(mail.subject == "Confirm your subscription to the my.ipma newsletter");
  CHECK(mail.html.find("https://desk.example/ipma/#/newsletter/confirm/" + token) !=
        std::string::npos);
  CHECK(mail.unsubscribe.empty());  // it is no newsletter
  CHECK(subscribers(backend).empty());
  const auto confirmed = confirm(browser, token);
  CHECK(confirmed.status == 200);
  CHECK(confirmed.body == "{}");
  REQUIRE(subscribers(backend).size() == 1);
  CHECK(subscribers(backend).front().email == reader);
  CHECK(subscribers(backend).front().association == "ipma");
  CHECK(errors_in(ask(browser, "")) == "email missing");
  CHECK(errors_in(ask(browser, "rita")) == "email invalid");
}

TEST_CASE("promise 17: a link works again while it lives, for a week, at its own association") {
  Backend backend;
  Browser browser(backend);
  const std::string token = token_for(backend, browser);
  CHECK(problem_in(confirm(browser, token, "ima")).code == ProblemCode::gone);
  CHECK(problem_in(confirm(browser, "made-up")).code == ProblemCode::gone);
  CHECK(confirm(browser, token).status == 200);
  CHECK(confirm(browser, token).status == 200);
  CHECK(subscribers(backend).size() == 1);
  backend.clock.advance(std::chrono::hours(24 * 7) - std::chrono::milliseconds(1));
  CHECK(confirm(browser, token).status == 200);
  backend.clock.advance(std::chrono::milliseconds(1));
  CHECK(problem_in(confirm(browser, token)).code == ProblemCode::gone);
  CHECK(subscribers(backend).size() == 1);
}

TEST_CASE("promise 13: a confirmation pressed 50 times at once subscribes once") {
  Backend backend;
  Browser browser(backend);
  const std::string token = token_for(backend, browser);
  std::atomic<int> ok{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 50; ++i) {
    threads.emplace_back([&] {
      Browser one(backend);
      if (confirm(one, token).status == 200) ++ok;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(ok == 50);
  CHECK(subscribers(backend).size() == 1);
}

TEST_CASE("promise 3: asking is the same for an address that is subscribed, was, or never was") {
  struct Seen {
    std::string answer;
    int puts, erasures, writes, reads, hashed;
    std::size_t mails;
    bool operator==(const Seen&) const = default;
  };
  const auto ask_for = [](const std::string& email) {
    Backend backend;
    Browser browser(backend);
    const std::string out = subscribed(backend, browser);
    REQUIRE(confirm(browser, token_for(backend, browser, "former@example.org")).status == 200);
    for (const auto& one : subscribers(backend)) {
      if (one.email != reader) REQUIRE(cancel(browser, one.unsubscribe).status == 200);
    }
    const auto& counts = backend.store.counts;
    const Seen before{"",          counts.puts,        counts.erasures, counts.write_transactions,
                      counts.read_transactions, backend.hasher.hashed, mails(backend).size()};
    ask(browser, email);
    const auto response = ask(browser, email);
    CHECK(response.cookies.empty());
    CHECK_FALSE(response.retry_after_s);
    return Seen{std::to_string(response.status) + response.content_type + response.body,
                counts.puts - before.puts,
                counts.erasures - before.erasures,
                counts.write_transactions - before.writes,
                counts.read_transactions - before.reads,
                backend.hasher.hashed - before.hashed,
                mails(backend).size() - before.mails};
  };
  const Seen unknown = ask_for("nobody.here@example.org");
  CHECK(unknown.answer == "202application/json{}");
  CHECK(unknown.mails == 2);
  CHECK(ask_for(reader) == unknown);
  CHECK(ask_for("former@example.org") == unknown);
}

TEST_CASE("promise 3: the mail tells a subscribed address so, and how to get out") {
  Backend backend;
  Browser browser(backend);
  const std::string out = subscribed(backend, browser);
  backend.clock.advance(std::chrono::minutes(1));
  REQUIRE(ask(browser, reader).status == 202);
  const auto mail = mails(backend).back();
  CHECK(mail.to == reader);
  CHECK(mail.subject == "You already get the my.ipma newsletter");
  CHECK(mail.text.find("newsletter/confirm") == std::string::npos);
  CHECK(token_in_mail(backend, "newsletter/unsubscribe") == out);
}

TEST_CASE("promise 17: unsubscribing works again and again, at its own association") {
  Backend backend;
  Browser browser(backend);
  const std::string out = subscribed(backend, browser);
  CHECK(problem_in(cancel(browser, "made-up")).code == ProblemCode::gone);
  CHECK(problem_in(cancel(browser, out, "ima")).code == ProblemCode::gone);
  CHECK(subscribers(backend).size() == 1);
  CHECK(cancel(browser, out).status == 200);
  CHECK(subscribers(backend).empty());
  CHECK(cancel(browser, out).status == 200);
  CHECK(problem_in(cancel(browser, out, "ima")).code == ProblemCode::gone);
  backend.clock.advance(std::chrono::hours(24 * 365));
  CHECK(problem_in(cancel(browser, out)).code == ProblemCode::gone);
}

TEST_CASE("who unsubscribes is not subscribed again by an old link, and leaves no address behind") {
  Backend backend;
  Browser browser(backend);
  const std::string first = token_for(backend, browser);
  const std::string second = token_for(backend, browser);
  REQUIRE(confirm(browser, first).status == 200);
  REQUIRE(cancel(browser, subscribers(backend).front().unsubscribe).status == 200);
  CHECK(problem_in(confirm(browser, first)).code == ProblemCode::gone);
  CHECK(problem_in(confirm(browser, second)).code == ProblemCode::gone);
  CHECK(subscribers(backend).empty());
  CHECK(requests(backend).empty());
  for (const auto& ended : all_of<service::newsletter::EndedNewsletterRecord>(backend)) {
    CHECK(base::encode_json(ended).find("rita") == std::string::npos);
  }
}

TEST_CASE("after subscribing again the links of older newsletters still unsubscribe") {
  Backend backend;
  Browser browser(backend);
  const std::string out = subscribed(backend, browser);
  REQUIRE(cancel(browser, out).status == 200);
  CHECK(subscribed(backend, browser) == out);
  CHECK(all_of<service::newsletter::EndedNewsletterRecord>(backend).empty());
  CHECK(cancel(browser, out).status == 200);
  CHECK(subscribers(backend).empty());
}

TEST_CASE("RFC 8058: a mail program unsubscribes with one post, in both kinds of forms") {
  Backend backend;
  Browser browser(backend);
  const std::string out = subscribed(backend, browser);
  CHECK(problem_in(one_click(backend, out, "")).code == ProblemCode::malformed);
  CHECK(problem_in(one_click(backend, out, "unsubscribe=1")).code == ProblemCode::malformed);
  CHECK(problem_in(one_click(backend, "made-up")).code == ProblemCode::gone);
  CHECK(subscribers(backend).size() == 1);
  const auto answer = one_click(backend, out);
  CHECK(answer.status == 200);
  CHECK(answer.body == "{}");
  CHECK(answer.cookies.empty());
  CHECK(subscribers(backend).empty());
  CHECK(one_click(backend, out,
                  "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
                  "One-Click\r\n--x--\r\n",
                  "multipart/form-data; boundary=x")
            .status == 200);
  CHECK(browser.get(path_at("ipma", "one-click/" + out)).status == 405);  // scanners follow links
}

TEST_CASE("promise 19: no secret in the paths for logs, whatever stands around it") {
  const std::string known = "/api/v1/ipma/newsletter/one-click/{token}";
  CHECK(tests::api().path_for_log("/api/v1/ipma/newsletter/one-click/secret") == known);
  CHECK(tests::api().path_for_log("/api/v1/ipma/newsletter/one-click/secret/") == known);
  CHECK(tests::api().path_for_log("/api/v1/ipma/newsletter/one-click//secret") == known);
  CHECK(tests::api().path_for_log("/api/v1/other/newsletter/one-click/se%FFcret/more") ==
        "/api/v1/other/newsletter/one-click/{token}");
  const std::string page = "/api/v1/ipma/verifications/{verification}";
  CHECK(tests::api().path_for_log("/api/v1/ipma/verifications/4Nc-secret") == page);
  CHECK(tests::api().path_for_log("/api/v1/ipma/verifications/4Nc-secret/more") == page);
  for (const char* path : {"", "/", "//", "/api/v1/ipma/session",
                           "/api/v1/ipma/newsletter/one-click", "/api/v1/ipma/verifications",
                           "/api/v1/ipma/newsletter/confirmations/x"}) {
    CHECK(tests::api().path_for_log(path) == path);
  }
}

TEST_CASE("promise 4: newsletters that are asked for in a member's name keep no other mail away") {
  Backend backend;
  Browser stranger(backend);
  while (ask(stranger, backend.sample.email).status == 202) {}
  Browser member(backend);
  member.address = "198.51.100.7";
  CHECK(ask(member, backend.sample.email).status == 429);
  CHECK(ask_for_reset(member, backend.sample.email).status == 202);
  auto form = ana();
  form.email = backend.sample.email;
  CHECK(complete(member, registration_of(register_as(member, form))).status == 202);
}

TEST_CASE("promise 4: nobody can be sent many mails") {
  Backend backend;
  const auto sent_to = [&](const std::string& email, const char* network) {
    Browser browser(backend);
    browser.address = network;
    int sent = 0;
    for (int i = 0; i < 8; ++i) sent += ask(browser, email).status == 202;
    return sent;
  };
  CHECK(sent_to(reader, "192.0.2.1") == service::mail::mails_to_address_limit.burst);
  CHECK(sent_to(reader, "198.51.100.7") == 0);
  Browser browser(backend);
  browser.address = "203.0.113.1";
  int sent = 0;
  for (int i = 0; i < 25; ++i) {
    sent += ask(browser, "a" + std::to_string(i) + "@b.de").status == 202;
  }
  CHECK(sent == service::mail::mails_of_network_limit.burst);
  CHECK(problem_in(ask(browser, "z@b.de")).code == ProblemCode::too_many_tries);
}

TEST_CASE("requests that were not confirmed are forgotten after a week") {
  Backend backend;
  Browser browser(backend);
  token_for(backend, browser);
  token_for(backend, browser, "other@example.org");
  REQUIRE(requests(backend).size() == 2);
  backend.clock.advance(std::chrono::hours(24 * 7) + std::chrono::milliseconds(1));
  token_for(backend, browser, "third@example.org");
  REQUIRE(requests(backend).size() == 1);
  CHECK(requests(backend).front().email == "third@example.org");
}

TEST_CASE("promise 9: the token of a request is stored nowhere but in the mail that waits") {
  Backend backend;
  Browser browser(backend);
  const std::string token = token_for(backend, browser);
  REQUIRE(confirm(browser, token).status == 200);
  for (const auto& collection : service::schema::all_collections()) {
    if (collection.name == "outbox") continue;
    for (const auto& index : collection.indexes) {
      REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
        const auto records = transaction.range(collection, index, "", "~", 1000);
        REQUIRE(records);
        for (const auto& record : *records) {
          CHECK(record.document.find(token) == std::string::npos);
        }
        return {};
      }));
    }
  }
}

TEST_CASE("promise 16: the same request with the same key is one mail") {
  Backend backend;
  Browser browser(backend);
  CHECK(ask(browser, reader, "key").status == 202);
  CHECK(ask(browser, reader, "key").status == 202);
  CHECK(mails(backend).size() == 1);
}

TEST_CASE("promise 14: the request and its mail are written together or not at all") {
  Backend backend;
  Browser browser(backend);
  backend.store.writes_fail = true;
  CHECK(ask(browser, reader).status == 503);
  backend.store.writes_fail = false;
  CHECK(mails(backend).empty());
  const int before = backend.store.counts.write_transactions;
  CHECK(ask(browser, reader).status == 202);
  CHECK(backend.store.counts.write_transactions == before + 1);
}

TEST_CASE("activation subscribes its own address alone, and only where the box was ticked") {
  Backend backend;
  Browser browser(backend);
  become_member(backend, browser, ana());  // not ticked
  CHECK(subscribers(backend).empty());
  auto form = ana();
  form.email = "boris@example.org";
  backend.clock.advance(std::chrono::minutes(1));  // mails of the same moment come in no order
  REQUIRE(complete(browser, registration_of(register_as(browser, form)), {}, true).status == 202);
  const std::string token = token_in_mail(backend, "activate");
  CHECK(mails(backend).back().text.find("newsletter") != std::string::npos);
  // On second thoughts: this browser's registration counts, box and all, whichever link is pressed.
  backend.clock.advance(std::chrono::minutes(1));
  const std::string registration = registration_of(register_as(browser, form));
  REQUIRE(complete(browser, registration, {}, false).status == 202);
  CHECK(mails(backend).back().text.find("newsletter") == std::string::npos);
  CHECK(activate(browser, protocol::ActivationRequest{token, registration}).status == 200);
  CHECK(subscribers(backend).empty());
}

TEST_CASE("activation keeps a subscription that there is, with its links") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(confirm(browser, token_for(backend, browser, ana().email)).status == 200);
  const auto before = subscribers(backend);
  backend.clock.advance(std::chrono::minutes(1));
  REQUIRE(complete(browser, registration_of(register_as(browser, ana())), {}, true).status == 202);
  REQUIRE(activate(browser, token_in_mail(backend, "activate")).status == 200);
  REQUIRE(subscribers(backend).size() == 1);
  CHECK(subscribers(backend).front().unsubscribe == before.front().unsubscribe);
  CHECK(subscribers(backend).front().email == ana().email);
}

}  // namespace
}  // namespace laurel

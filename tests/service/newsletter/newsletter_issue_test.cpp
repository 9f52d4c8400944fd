// Sending a newsletter.
#include "service/newsletter/issue.h"

#include <set>

#include <doctest/doctest.h>

#include "service/delivery.h"
#include "service/kernel/services.h"
#include "service/mail/outbox.h"
#include "service/newsletter/letters.h"
#include "service/newsletter/records.h"
#include "service/newsletter/schema.h"
#include "service/newsletter/subscription.h"
#include "tests/support/registering.h"
#include "tests/support/test_mailer.h"

namespace laurel {
namespace {

using namespace tests;

std::string address(int number) { return "reader" + std::to_string(number) + "@example.org"; }

void subscribe(Backend& backend, const std::string& email,
               const std::string& association = "ipma") {
  REQUIRE(backend.store.write([&](ports::Transaction& transaction) {
    return service::newsletter::subscribe(transaction, backend.services, association, email);
  }));
}

service::newsletter::NewsletterText text(
    const std::string& content = "Dear readers,\n\nthe year is over.\n") {
  const auto read = service::newsletter::read_newsletter("News in November", content);
  REQUIRE(read);
  return *read;
}

service::newsletter::Issued issue(Backend& backend, const service::newsletter::NewsletterText& what,
                                  const std::string& association = "ipma") {
  const auto issued = service::newsletter::send_newsletter(
      backend.services, backend.associations.at(association), what);
  REQUIRE_MESSAGE(issued, issued.error().context);
  return *issued;
}

std::multiset<std::string> receivers(Backend& backend) {
  std::multiset<std::string> all;
  for (const auto& mail : mails(backend)) all.insert(mail.to);
  return all;
}

TEST_CASE("a text's paragraphs are what blank lines part") {
  const auto read =
      service::newsletter::read_newsletter(" News ", "\r\n\r\nOne\r\ntwo  \r\n \t\r\nthree");
  REQUIRE(read);
  CHECK(read->subject == "News");
  CHECK(read->paragraphs == std::vector<std::string>{"One two", "three"});
  for (const char* subject : {"", " ", "News\r\nBcc: evil@example.org", "\xFF"}) {
    CHECK_FALSE(service::newsletter::read_newsletter(subject, "text"));
  }
  CHECK_FALSE(service::newsletter::read_newsletter(std::string(251, 'x'), "text"));
  for (const char* content : {"", " \n\n", "\xFF"}) {
    CHECK_FALSE(service::newsletter::read_newsletter("News", content));
  }
}

TEST_CASE("a newsletter is one mail for each subscriber of the association, with both ways out") {
  Backend backend;
  subscribe(backend, address(1));
  subscribe(backend, address(2));
  subscribe(backend, address(1), "ima");
  CHECK(issue(backend, text()).mails == 2);
  CHECK(receivers(backend) == std::multiset<std::string>{address(1), address(2)});
  const auto subscribers = all_of<service::newsletter::NewsletterRecord>(
      backend, service::newsletter::schema::by_unsubscribe);
  for (const auto& mail : mails(backend)) {
    const auto one = std::find_if(subscribers.begin(), subscribers.end(), [&](const auto& record) {
      return record.email == mail.to && record.association == "ipma";
    });
    CHECK(mail.subject == "News in November");
    CHECK(mail.text.rfind("Hello,\n\nDear readers,\n\nthe year is over.\n\n", 0) == 0);
    const std::string page =
        "https://desk.example/ipma/#/newsletter/unsubscribe/" + one->unsubscribe;
    CHECK(mail.text.find("Unsubscribe:\n" + page + "\n") != std::string::npos);
    CHECK(mail.html.find("<a href=\"" + page + "\"") != std::string::npos);
    CHECK(mail.unsubscribe ==
          "https://desk.example/api/v1/ipma/newsletter/one-click/" + one->unsubscribe);
  }
}

TEST_CASE("the same newsletter twice sends nobody a second mail, and another one does") {
  Backend backend;
  subscribe(backend, address(1));
  CHECK(issue(backend, text()).mails == 1);
  const auto again = issue(backend, text("Dear readers,\r\n\r\nthe year\r\nis over."));
  CHECK(again.mails == 0);
  CHECK(again.mails_before == 1);
  subscribe(backend, address(2));  // after it was sent: gets the next one
  CHECK(issue(backend, text()).mails == 0);
  CHECK(issue(backend, text("Another text")).mails == 2);
  CHECK(mails(backend).size() == 3);
}

TEST_CASE("a run that was ended midway is gone on with, in transactions of a hundred") {
  Backend backend;
  for (int i = 0; i < 250; ++i) subscribe(backend, address(i));
  struct Dying final : ports::Store {
    explicit Dying(ports::Store& store) : inner(store) {}
    base::Status write(const Work& work) override {
      if (writes_left-- == 0) return base::fail(base::ErrorCode::unavailable, "killed");
      return inner.write(work);
    }
    base::Status read(const Work& work) override { return inner.read(work); }
    ports::Store& inner;
    int writes_left = 2;
  } dying(backend.store);
  service::kernel::Services services(dying, backend.clock, backend.entropy, backend.hasher,
                                     backend.images, backend.associations, tests::config());
  const auto& ipma = backend.associations.at("ipma");
  CHECK_FALSE(service::newsletter::send_newsletter(services, ipma, text()));
  CHECK(mails(backend).size() == 200);
  const auto rest = issue(backend, text());
  CHECK(rest.mails == 50);
  CHECK(rest.mails_before == 200);
  const auto all = receivers(backend);
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == 250);
  CHECK(all.size() == 250);
}

TEST_CASE("a text that would not fit into a mail is refused whole") {
  Backend backend;
  subscribe(backend, address(1));
  const auto long_text = text(std::string(ports::max_mail_text_bytes, 'x'));
  const auto issued = service::newsletter::send_newsletter(
      backend.services, backend.associations.at("ipma"), long_text);
  REQUIRE_FALSE(issued);
  CHECK(issued.error().code == base::ErrorCode::invalid_input);
  CHECK(mails(backend).empty());
  // What fits is stored so that it can be read again, however much of it HTML has to escape.
  CHECK(issue(backend, text(std::string(20'000, '<'))).mails == 1);
  CHECK(mails(backend).size() == 1);
}

TEST_CASE("who unsubscribes while the newsletter waits does not get it") {
  Backend backend;
  TestMailer mailer;
  subscribe(backend, address(1));
  subscribe(backend, address(2));
  CHECK(issue(backend, text()).mails == 2);
  const auto leaving = all_of<service::newsletter::NewsletterRecord>(
                           backend, service::newsletter::schema::by_unsubscribe)
                           .front();
  REQUIRE(backend.store.write([&](ports::Transaction& transaction) -> base::Status {
    const auto ended = service::newsletter::unsubscribe(transaction, backend.services, "ipma",
                                                        leaving.unsubscribe);
    REQUIRE(ended);
    CHECK(*ended);
    return {};
  }));
  const auto delivered = service::deliver_outbox(backend.services, mailer);
  REQUIRE(delivered);
  CHECK(delivered->sent == 1);
  REQUIRE(mailer.sent.size() == 1);
  CHECK(mailer.sent.front().to != leaving.email);
  CHECK(mails(backend).empty());
}

TEST_CASE("promise 14: a mail that somebody waits for goes before all newsletters that wait") {
  Backend backend;
  Browser browser(backend);
  TestMailer mailer;
  for (int i = 0; i < 60; ++i) subscribe(backend, address(i));
  CHECK(issue(backend, text()).mails == 60);
  backend.clock.advance(std::chrono::minutes(1));  // the newest mail of all
  REQUIRE(ask_for_reset(browser, backend.sample.email).status == 202);
  mailer.on_send = [&] {  // another one in the midst of a round
    if (mailer.sent.size() == 5) {
      REQUIRE(ask_for_reset(browser, ana().email).status == 202);
    }
  };
  REQUIRE(service::deliver_outbox(backend.services, mailer));
  REQUIRE(mailer.sent.size() == service::mail::mails_in_a_round);
  CHECK(mailer.sent[0].to == backend.sample.email);
  CHECK(mailer.sent[5].to == ana().email);
  for (const std::size_t other : {1, 2, 3, 4, 6, 7}) {
    CHECK_FALSE(mailer.sent[other].unsubscribe.empty());
  }
}

}  // namespace
}  // namespace laurel

// What staff sees of the outbox.
#include "service/mail/outbox_staff.h"

#include <doctest/doctest.h>

#include "service/delivery.h"
#include "service/mail/outbox.h"
#include "service/mail/records.h"
#include "tests/support/registering.h"
#include "tests/support/test_mailer.h"

namespace laurel {
namespace {

using namespace tests;

std::vector<service::mail::OutboxEntry> listed(Backend& backend) {
  const auto entries = service::mail::list_outbox(backend.services, 10);
  REQUIRE(entries);
  return *entries;
}

/// The mails that wait fail until they are abandoned.
void abandon(Backend& backend) {
  TestMailer mailer;
  mailer.down = true;
  for (int i = 0; i < service::mail::max_mail_tries; ++i) {
    REQUIRE(service::deliver_outbox(backend.services, mailer));
    backend.clock.advance(std::chrono::hours(2));
  }
}

TEST_CASE("promise 14: an abandoned mail is visible, without its text, and can be sent after all") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(ask_for_reset(browser, backend.sample.email).status == 202);
  REQUIRE(listed(backend).size() == 1);
  CHECK(listed(backend).front().state == service::mail::Delivery::waiting);
  CHECK_FALSE(service::mail::retry_mail(backend.services, listed(backend).front().id).value());
  abandon(backend);
  REQUIRE(ask_for_reset(browser, ana().email).status == 202);
  const auto entries = listed(backend);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].state == service::mail::Delivery::abandoned);
  CHECK(entries[0].to == backend.sample.email);
  CHECK(entries[0].subject == "Choose a new my.ipma password");
  CHECK(entries[0].tries == 5);
  CHECK(entries[0].last_error == "connection refused");
  CHECK(entries[1].to == ana().email);

  CHECK(service::mail::retry_mail(backend.services, entries[0].id).value());
  CHECK_FALSE(service::mail::retry_mail(backend.services, entries[0].id).value());
  CHECK_FALSE(service::mail::retry_mail(backend.services, "made up").value());
  TestMailer mailer;
  REQUIRE(service::deliver_outbox(backend.services, mailer));
  CHECK(mailer.sent.size() == 2);
  CHECK(listed(backend).empty());
}

TEST_CASE("promise 14: after a day without a mail server all can be tried again, five times each") {
  Backend backend;
  ports::Mail mail;
  mail.from = "noreply@ipma.example";
  for (int i = 0; i < 120; ++i) {
    REQUIRE(backend.store.write([&](ports::Transaction& transaction) {
      return service::mail::enqueue(transaction, backend.services, mail,
                                    "a" + std::to_string(i) + "@example.org");
    }));
  }
  TestMailer mailer;
  mailer.down = true;
  for (int i = 0; i < 40; ++i) {
    REQUIRE(service::deliver_outbox(backend.services, mailer));
    backend.clock.advance(std::chrono::hours(2));
  }
  CHECK(mailer.sent.size() == 600);
  CHECK(service::mail::retry_mails(backend.services).value() == 120);
  CHECK(service::mail::retry_mails(backend.services).value() == 0);
  CHECK(listed(backend).front().state == service::mail::Delivery::waiting);
  CHECK(listed(backend).front().tries == 0);
  CHECK(listed(backend).size() == 10);  // as many as were asked for
}

}  // namespace
}  // namespace laurel

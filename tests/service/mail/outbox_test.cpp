#include "service/mail/outbox.h"

#include <doctest/doctest.h>

#include "service/delivery.h"
#include "service/kernel/services.h"
#include "service/mail/records.h"
#include "tests/support/registering.h"
#include "tests/support/test_mailer.h"

namespace laurel {
namespace {

using namespace tests;
using std::chrono::minutes;

struct WithMail {
  WithMail() {
    Browser browser(backend);
    REQUIRE(ask_for_reset(browser, backend.sample.email).status == 202);
  }
  service::mail::Delivered deliver() {
    const auto delivered = service::deliver_outbox(backend.services, mailer);
    REQUIRE(delivered);
    return *delivered;
  }
  Backend backend;
  TestMailer mailer;
};

TEST_CASE("promise 14: what waits is sent once and then forgotten") {
  WithMail with;
  CHECK(with.deliver().sent == 1);
  CHECK(with.deliver().sent == 0);
  REQUIRE(with.mailer.sent.size() == 1);
  CHECK(with.mailer.sent.front().to == with.backend.sample.email);
  CHECK(mails(with.backend).empty());
}

TEST_CASE("promise 14: with the mail server down it is tried five times, ever more rarely") {
  WithMail with;
  with.mailer.down = true;
  CHECK(with.deliver().postponed == 1);
  CHECK(with.deliver().postponed == 0);
  for (const int wait : {1, 5, 30}) {
    with.backend.clock.advance(minutes(wait) - std::chrono::milliseconds(1));
    CHECK(with.deliver().postponed == 0);
    with.backend.clock.advance(std::chrono::milliseconds(1));
    CHECK(with.deliver().postponed == 1);
  }
  with.backend.clock.advance(minutes(120));
  CHECK(with.deliver().abandoned == 1);
  CHECK(with.backend.reported.find("abandoned after 5 tries: connection refused") !=
        std::string::npos);
  CHECK(with.backend.reported.find("mara.lind") == std::string::npos);
  const auto records = all_of<service::mail::OutboxRecord>(with.backend);
  REQUIRE(records.size() == 1);
  CHECK(records.front().state == service::mail::Delivery::abandoned);
  CHECK(records.front().last_error == "connection refused");
  with.backend.clock.advance(std::chrono::hours(24));
  CHECK(with.deliver().abandoned == 0);
  CHECK(with.mailer.sent.size() == 5);
}

TEST_CASE("promise 14: the end of the program is no try, and ends the round") {
  WithMail with;
  Browser browser(with.backend);
  REQUIRE(ask_for_reset(browser, "stranger@example.org").status == 202);
  for (const int wait : {0, 1, 5, 30}) {
    with.backend.clock.advance(minutes(wait));
    with.mailer.down = true;
    REQUIRE(with.deliver().postponed == 2);
  }
  with.backend.clock.advance(minutes(120));
  with.mailer.stopping = true;
  with.mailer.sent.clear();
  CHECK(with.deliver().abandoned == 0);
  CHECK(with.mailer.sent.size() == 1);
  with.mailer.down = with.mailer.stopping = false;
  CHECK(with.deliver().sent == 2);
}

TEST_CASE("promise 14: killed after the mail was taken over, it is sent again, known by its id") {
  WithMail with;
  struct Dying final : ports::Mailer {
    explicit Dying(CountingStore& store) : store_(store) {}
    base::Status send(const ports::Mail& mail) override {
      id = mail.message_id;
      store_.writes_fail = true;  // whatever comes after it is lost
      return {};
    }
    CountingStore& store_;
    std::string id;
  } dying(with.backend.store);
  CHECK_FALSE(service::deliver_outbox(with.backend.services, dying));
  with.backend.store.writes_fail = false;
  with.backend.clock.advance(minutes(1));
  CHECK(with.deliver().sent == 1);
  CHECK(with.mailer.sent.front().message_id == dying.id);
  CHECK(dying.id.find("@ipma.example>") != std::string::npos);
}

TEST_CASE("promise 15: links start with the configured address") {
  WithMail with;
  auto config = tests::config();
  config.public_address = "https://members.example/desk/";
  service::kernel::Services services(with.backend.store, with.backend.clock, with.backend.entropy,
                                     with.backend.hasher, with.backend.images,
                                     with.backend.associations, config);
  with.backend.clock.advance(minutes(1));
  const auto response = tests::api().handle(
      {.method = protocol::Method::post,
       .path = "/api/v1/ima/password-resets",
       .content_type = "application/json",
       .origin = origin(),
       .body = base::encode_json(protocol::PasswordResetRequest{"mara.lind@example.org"})},
      services);
  REQUIRE(response.status == 202);
  CHECK(mails(with.backend).back().text.find(
            "\nhttps://members.example/desk/ima/#/reset-password/") != std::string::npos);
}

}  // namespace
}  // namespace laurel

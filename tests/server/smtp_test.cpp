#include "adapters/smtp/smtp_mailer.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "adapters/smtp/mail_headers.h"
#include "base/codec.h"
#include "server/system_clock.h"
#include "tests/server/smtp_process.h"
#include "tests/support/fake_clock.h"

namespace laurel::tests {
namespace {

using adapters::smtp::Encryption;
using adapters::smtp::SmtpMailer;

ports::Mail a_mail() {
  return {"<id@ipma.example>", "my.ipma", "noreply@ipma.example", "support@ipma.example",
          "ana@example.org", "Grüße", "Dober dan, čaj?\n", "<p>Dober dan, čaj?</p>\n", ""};
}

TEST_CASE("promise 15: no text adds a header") {
  const FakeClock clock;
  auto mail = a_mail();
  mail.from_name = "my.ipma\r\nBcc: evil@example.org\"";
  mail.subject = "Hello\r\n\r\nBcc: x\n\x01é";
  mail.message_id = "<a\r\nX: y>";
  mail.unsubscribe = "https://a.example/\r\nX: y";
  const auto headers = adapters::smtp::mail_headers(mail, clock.now());
  REQUIRE(headers);
  for (const std::string& line : *headers) {
    CHECK(std::none_of(line.begin(), line.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }));
    CHECK(line.rfind("Bcc", 0) != 0);
  }
  CHECK(headers->front() ==
        "From: \"my.ipma  Bcc: evil@example.org\\\"\" <noreply@ipma.example>");
  CHECK((*headers)[4] == "Date: Fri, 20 Nov 2026 09:00:00 +0000");
  for (const char* address : {"a@b.example\r\nBcc: c@d.example", "a@b.example> SIZE=1", "a b@c.de",
                              "a@b.example,c@d.example", "nobody", ""}) {
    mail.to = address;
    CHECK_FALSE(adapters::smtp::mail_headers(mail, clock.now()));
  }
}

TEST_CASE("long and foreign subjects are encoded words of at most 75 characters") {
  CHECK(adapters::smtp::header_text("Plain words") == "Plain words");
  CHECK(adapters::smtp::header_text("Grüße") == "=?UTF-8?B?R3LDvMOfZQ==?=");
  CHECK(adapters::smtp::header_text("=?x") != "=?x");
  std::string subject;
  for (int i = 0; i < 40; ++i) subject += "山";
  std::string rest = adapters::smtp::header_text(subject);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    CHECK(end <= 75);
    rest.erase(0, end + 1);
  }
}

TEST_CASE("promise 15: a mail arrives over STARTTLS, as text and HTML") {
  const SmtpProcess smtp("starttls");
  const server::SystemClock clock;
  SmtpMailer mailer({.url = smtp.url(), .ca_file = smtp.certificate()}, clock);
  const auto sent = mailer.send(a_mail());
  REQUIRE_MESSAGE(sent, sent.error().context);
  const auto arrived = base::parse_json(smtp.mail(0));
  REQUIRE(arrived);
  const auto text = [&](const char* key) {
    return std::get<std::string>(arrived->find(key)->data);
  };
  CHECK(std::get<bool>(arrived->find("encrypted")->data));
  CHECK(text("type") == "multipart/alternative");
  CHECK(text("text") == "Dober dan, čaj?\n");
  CHECK(text("html") == "<p>Dober dan, čaj?</p>\n");
  CHECK(text("sender") == "noreply@ipma.example");
  const std::string all = smtp.mail(0);
  CHECK(all.find(R"(["Subject", "Grüße"])") != std::string::npos);
  CHECK(all.find(R"(["Message-ID", "<id@ipma.example>"])") != std::string::npos);
  CHECK(all.find(R"(["Reply-To", "support@ipma.example"])") != std::string::npos);
}

TEST_CASE("promise 15: without STARTTLS, or with a certificate that nobody vouches for: not sent") {
  const server::SystemClock clock;
  const SmtpProcess plain("plain");
  CHECK_FALSE(SmtpMailer({.url = plain.url()}, clock).send(a_mail()));
  CHECK_FALSE(plain.has_mail(0));
  const SmtpProcess unknown("starttls");
  CHECK_FALSE(SmtpMailer({.url = unknown.url()}, clock).send(a_mail()));
  std::string by_address = unknown.url();
  by_address.replace(by_address.find("localhost"), 9, "127.0.0.1");  // not the certificate's name
  CHECK_FALSE(SmtpMailer({.url = by_address, .ca_file = unknown.certificate()}, clock)
                  .send(a_mail()));
  CHECK_FALSE(unknown.has_mail(0));
  CHECK(SmtpMailer({.url = plain.url(), .encryption = Encryption::none}, clock).send(a_mail()));
  CHECK(plain.has_mail(0));
}

TEST_CASE("promise 14: a mail server that is down is an error, and stopping ends a try") {
  const server::SystemClock clock;
  SmtpMailer mailer({.url = "smtp://localhost:1"}, clock);
  const auto sent = mailer.send(a_mail());
  REQUIRE_FALSE(sent);
  CHECK(sent.error().code == base::ErrorCode::unavailable);
  CHECK(sent.error().context.find("ana@") == std::string::npos);
  mailer.stop();
  CHECK(mailer.send(a_mail()).error().context == "SMTP: stopping");
}

}  // namespace
}  // namespace laurel::tests

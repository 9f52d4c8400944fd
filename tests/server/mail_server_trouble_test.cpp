// The real server beside a mail server that is down or hangs, and killed while it talks to one. What
// its outbox holds is seen as staff sees it.
#include <chrono>
#include <thread>

#include <doctest/doctest.h>

#include "base/codec.h"
#include "protocol/accounts/password_reset.h"
#include "server/assembly.h"
#include "service/mail/records.h"
#include "service/mail/schema.h"
#include "service/store/records.h"
#include "tests/server/arrived_mail.h"
#include "tests/server/registering_over_http.h"
#include "tests/server/smtp_process.h"

namespace laurel::tests {
namespace {

std::vector<std::string> with_mail_server(const TemporaryFolder& data, const std::string& url) {
  return {"--dev", "--data", data.path(), "--smtp", url};
}

std::string listed(const TemporaryFolder& data) {
  return run_to_end({"mails", "list", "--data", data.path()}).output;
}

/// The list, as soon as it holds `text`; waits for it up to ten seconds or so.
std::string listed_with(const TemporaryFolder& data, const std::string& text) {
  std::string list = listed(data);
  for (int i = 0; i < 100 && list.find(text) == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    list = listed(data);
  }
  return list;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++found;
  return found;
}

int ask_for_reset(int port, const std::string& email) {
  return post_json(port, "password-resets",
                   base::encode_json(protocol::PasswordResetRequest{email}))
      .status;
}

/// As if the minute after the first try were over.
void let_a_minute_pass(const TemporaryFolder& data) {
  server::Options options;
  options.data_folder = data.path();
  const auto store = server::open_store(options);
  REQUIRE(store);
  REQUIRE((*store)->write([](ports::Transaction& transaction) -> base::Status {
    const auto waiting = transaction.range(service::mail::schema::outbox,
                                           service::mail::schema::by_due, "", "~", 10);
    REQUIRE(waiting);
    for (const ports::Record& stored : *waiting) {
      auto record = service::store::decode_record<service::mail::OutboxRecord>(stored);
      REQUIRE(record);
      record->due -= std::chrono::minutes(1);
      if (auto status = service::store::save(transaction, *record); !status) return status;
    }
    return {};
  }));
}

TEST_CASE("promise 14: with the mail server down a mail waits, and staff sees why") {
  const TemporaryFolder data;
  ServerProcess server(with_mail_server(data, "smtp://localhost:1"));
  register_over_http(server.port(), "ana.kos@example.org");
  const std::string list = listed_with(data, "SMTP: ");
  CHECK(list.find("  1 tries  ana.kos@example.org  ") != std::string::npos);
  CHECK(list.find("\"  SMTP: ") != std::string::npos);
  CHECK(server.stop() == 0);
}

// In the order of events, not by the clock: the first mail's try outlasts every answer.
TEST_CASE("promise 14: while the mail server hangs, requests are answered, and stopping ends it") {
  const TemporaryFolder data;
  const SmtpProcess smtp("silent");
  ServerProcess server(with_mail_server(data, smtp.url()));
  register_over_http(server.port(), "ana.kos@example.org");
  REQUIRE(smtp.gets_connection(0));
  register_over_http(server.port(), "eva.novak@example.org");
  CHECK(ask_for_reset(server.port(), "ana.kos@example.org") == 202);
  CHECK(ask_for_reset(server.port(), "nobody@example.org") == 202);
  const std::string meanwhile = listed(data);
  CHECK(smtp.holds_connection(0));
  CHECK(meanwhile.find("mails: 4,") != std::string::npos);
  CHECK(count(meanwhile, "  0 tries  ") == 3);
  CHECK(meanwhile.find("  1 tries  ana.kos@example.org  ") != std::string::npos);

  CHECK(server.stop() == 0);
  const std::string after = listed(data);
  CHECK(after.find("mails: 4,") != std::string::npos);
  CHECK(count(after, "  0 tries  ") == 4);  // the end of the program is no try
}

TEST_CASE("promise 14: killed after DATA, it sends the mail once more, with the same Message-ID") {
  const TemporaryFolder data;
  const SmtpProcess smtp("withheld");
  std::vector<std::string> arguments = with_mail_server(data, smtp.url());
  arguments.emplace_back("--smtp-plaintext");
  std::string id;
  {
    ServerProcess server(arguments);
    register_over_http(server.port(), "ana.kos@example.org");
    id = header_of(arrived(smtp, 0), "Message-ID");
    CHECK(listed(data).find("  1 tries  ana.kos@example.org  ") != std::string::npos);
    CHECK(server.kill(SIGKILL) == -SIGKILL);
  }
  CHECK(id.find("@ipma.example>") != std::string::npos);
  CHECK(listed(data).find("  1 tries  ana.kos@example.org  ") != std::string::npos);

  let_a_minute_pass(data);
  ServerProcess server(arguments);
  CHECK(header_of(arrived(smtp, 1), "Message-ID") == id);
  CHECK(listed_with(data, "mails: 0,").find("mails: 0,") != std::string::npos);
  // The next mail is another one: none was sent a third time in between.
  CHECK(ask_for_reset(server.port(), "eva.novak@example.org") == 202);
  const auto next = arrived(smtp, 2);
  CHECK(header_of(next, "To").find("eva.novak@example.org") != std::string::npos);
  CHECK(header_of(next, "Message-ID") != id);
  CHECK(server.stop() == 0);
  CHECK_FALSE(smtp.has_mail(3));
}

}  // namespace
}  // namespace laurel::tests

// From the form to the session, with the real server and mails that are sent or shown.
#include <doctest/doctest.h>

#include "base/codec.h"
#include "protocol/accounts/registration.h"
#include "protocol/accounts/session.h"
#include "protocol/mail.h"
#include "tests/server/registering_over_http.h"
#include "tests/server/smtp_process.h"

namespace laurel::tests {
namespace {

void activate_and_sign_in(int port, const std::string& link) {
  const std::string start = "http://localhost:" + std::to_string(port) + "/ipma/#/activate/";
  REQUIRE(link.rfind(start, 0) == 0);  // whatever the Host header said
  const std::string token = link.substr(start.size());
  const protocol::ActivationRequest activation{token, std::nullopt, "blue-heron-at-dawn"};
  CHECK(post_json(port, "activations", base::encode_json(activation)).status == 200);
  CHECK(post_json(port, "session",
                  base::encode_json(protocol::SignInRequest{"ana.kos@example.org",
                                                            "blue-heron-at-dawn", false}))
            .status == 200);
}

TEST_CASE("with --dev the mailbox shows the mails, for people and for programs") {
  ServerProcess server({"--dev"});
  register_over_http(server.port(), "ana.kos@example.org");
  RawClient client(server.port());
  const RawReply json = client.get("/dev/mailbox.json");
  REQUIRE(json.status == 200);
  const auto mailbox = base::decode_json<protocol::DevMailboxResponse>(json.body);
  REQUIRE(mailbox);
  REQUIRE(mailbox->messages.size() == 1);
  CHECK(mailbox->messages.front().to == "ana.kos@example.org");
  REQUIRE(mailbox->messages.front().links.size() == 1);
  const RawReply page = client.get("/dev/mailbox");
  CHECK(page.header("Content-Type") == "text/html; charset=utf-8");
  CHECK(page.body.find("Activate your my.ipma account") != std::string::npos);
  CHECK(page.body.find(mailbox->messages.front().links.front()) != std::string::npos);
  activate_and_sign_in(server.port(), mailbox->messages.front().links.front());
  CHECK(server.stop() == 0);
  CHECK(server.log().find("ana.kos") == std::string::npos);
}

TEST_CASE("promise 14: with a mail server the mail is sent, and the mailbox is not there") {
  const SmtpProcess smtp("starttls");
  const ServerProcess server({"--dev", "--smtp", smtp.url(), "--smtp-ca", smtp.certificate()});
  register_over_http(server.port(), "ana.kos@example.org");
  const auto mail = base::parse_json(smtp.mail(0));
  REQUIRE(mail);
  const std::string text = std::get<std::string>(mail->find("text")->data);
  const std::size_t at = text.find("http://");
  REQUIRE(at != std::string::npos);
  activate_and_sign_in(server.port(), text.substr(at, text.find('\n', at) - at));
  RawClient client(server.port());
  CHECK(client.get("/dev/mailbox").status == 404);
  CHECK(client.get("/dev/mailbox.json").status == 404);
  CHECK(client.get("/api/v1/dev/mailbox").status == 404);
}

TEST_CASE("promise 15: mail without encryption goes to this machine alone") {
  const TemporaryFolder data;
  const std::vector<std::string> start = {"--associations", repository_file("assets/associations"),
                                          "--data", data.path(), "--smtp-plaintext", "--smtp"};
  for (const char* url : {"smtp://mail.example:25", "smtp://localhost.evil.example:25"}) {
    auto arguments = start;
    arguments.emplace_back(url);
    CHECK(exit_code_of(arguments) > 0);
  }
}

}  // namespace
}  // namespace laurel::tests

// The newsletter with the real server: from the form to the mail program's one click.
#include <doctest/doctest.h>

#include "base/codec.h"
#include "protocol/dev_mailbox.h"
#include "protocol/newsletter.h"
#include "tests/server/raw_client.h"
#include "tests/server/server_process.h"

namespace laurel::tests {
namespace {

RawReply post(int port, const std::string& path, const std::string& headers,
              const std::string& body) {
  RawClient client(port);
  client.send("POST /api/v1/ipma/newsletter/" + path + " HTTP/1.1\r\nHost: localhost\r\n" +
              headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  return client.receive();
}

RawReply post_json(int port, const std::string& path, const std::string& body) {
  return post(port, path,
              "Content-Type: application/json\r\nOrigin: http://localhost:" +
                  std::to_string(port) + "\r\n",
              body);
}

/// The token in the newest mail's link to `view`; the mailbox shows the newest first.
std::string newest_token(int port, const std::string& view) {
  RawClient client(port);
  const auto mailbox =
      base::decode_json<protocol::DevMailboxResponse>(client.get("/dev/mailbox.json").body);
  REQUIRE(mailbox);
  const std::string start = "http://localhost:" + std::to_string(port) + "/ipma/#/" + view + "/";
  for (const auto& mail : mailbox->messages) {
    for (const std::string& link : mail.links) {
      if (link.rfind(start, 0) == 0) return link.substr(start.size());
    }
  }
  FAIL("no mail with a link to " << view);
  return {};
}

std::string request_of(const std::string& email) {
  return base::encode_json(protocol::NewsletterRequest{email});
}

TEST_CASE("promises 12 and 19: RFC 8058's post from anywhere, and no token in the log") {
  ServerProcess server({"--dev"});
  const int port = server.port();
  CHECK(post_json(port, "subscriptions", request_of("rita.novak@example.org")).status == 202);
  const std::string token = newest_token(port, "newsletter/confirm");
  CHECK(post_json(port, "confirmations",
                  base::encode_json(protocol::NewsletterConfirmation{token}))
            .status == 200);
  CHECK(post_json(port, "subscriptions", request_of("rita.novak@example.org")).status == 202);
  const std::string out = newest_token(port, "newsletter/unsubscribe");

  const std::string foreign = "Origin: https://mail.example\r\n";
  const std::string form = "Content-Type: application/x-www-form-urlencoded\r\n";
  const std::string body = "List-Unsubscribe=One-Click";
  CHECK(post(port, "cancellations", foreign + form, body).status == 403);
  CHECK(post(port, "one-click/" + out, foreign + "Content-Type: text/plain\r\n", body).status ==
        403);
  const RawReply done = post(port, "one-click/" + out, foreign + form, body);
  CHECK(done.status == 200);
  CHECK(done.body == "{}");
  CHECK(done.header("Set-Cookie").empty());
  CHECK(post(port, "one-click/" + out + "/", form, body).status == 404);
  CHECK(post(port, "one-click/" + out + "?x=" + out, form, body).status == 200);

  CHECK(server.stop() == 0);
  const std::string log = server.log();
  CHECK(log.find("200 POST /api/v1/ipma/newsletter/one-click/{token} ") != std::string::npos);
  CHECK(log.find(out) == std::string::npos);
  CHECK(log.find(token) == std::string::npos);
  CHECK(log.find("rita") == std::string::npos);
}

}  // namespace
}  // namespace laurel::tests

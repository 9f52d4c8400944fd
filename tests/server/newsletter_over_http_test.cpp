// The newsletter with the real server: from the form to the mail program's one click.
#include <fstream>

#include <doctest/doctest.h>

#include "base/codec.h"
#include "protocol/mail.h"
#include "protocol/newsletter.h"
#include "tests/server/arrived_mail.h"
#include "tests/server/raw_client.h"

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

std::string after(const std::string& text, const std::string& start) {
  const std::size_t at = text.find(start);
  REQUIRE(at != std::string::npos);
  const std::size_t from = at + start.size();
  return text.substr(from, text.find_first_of(" \r\n", from) - from);
}

TEST_CASE("promise 15: a newsletter as it arrives, and its one click back to the server") {
  const SmtpProcess smtp("starttls");
  const TemporaryFolder data;
  const std::string desk = "https://desk.example";
  ServerProcess server({"--data", data.path(), "--origin", desk, "--smtp", smtp.url(), "--smtp-ca",
                        smtp.certificate()});
  const std::string ours = "Content-Type: application/json\r\nOrigin: " + desk + "\r\n";
  CHECK(post(server.port(), "subscriptions", ours, request_of("rita.novak@example.org")).status ==
        202);
  const auto asked = arrived(smtp, 0);
  CHECK(header_of(asked, "List-Unsubscribe").empty());
  const std::string token = after(text_of(asked, "text"), desk + "/ipma/#/newsletter/confirm/");
  CHECK(post(server.port(), "confirmations", ours,
             base::encode_json(protocol::NewsletterConfirmation{token}))
            .status == 200);

  std::ofstream(data.file("news.txt")) << "Dober dan,\n\nthe year is over.\n";
  const std::vector<std::string> command = {
      "newsletter", "--association", "ipma", "--subject", "Čaj & news", data.file("news.txt"),
      "--data", data.path(), "--public-address", desk, "--associations",
      repository_file("assets/associations")};
  const Ended first = run_to_end(command);
  CHECK(first.exit_code == 0);
  CHECK(first.output == "mails on their way: 1, by earlier runs: 0\n");
  CHECK(run_to_end(command).output == "mails on their way: 0, by earlier runs: 1\n");

  const auto mail = arrived(smtp, 1);
  CHECK(header_of(mail, "Subject") == "Čaj & news");
  CHECK(header_of(mail, "List-Unsubscribe-Post") == "List-Unsubscribe=One-Click");
  const std::string address = header_of(mail, "List-Unsubscribe");
  const std::string start = "<" + desk + "/api/v1/ipma/newsletter/one-click/";
  REQUIRE(address.rfind(start, 0) == 0);
  REQUIRE(address.back() == '>');
  const std::string out = address.substr(start.size(), address.size() - start.size() - 1);
  CHECK(after(text_of(mail, "text"), desk + "/ipma/#/newsletter/unsubscribe/") == out);
  CHECK(text_of(mail, "html").find(desk + "/ipma/#/newsletter/unsubscribe/" + out) !=
        std::string::npos);

  const std::string form = "Content-Type: application/x-www-form-urlencoded\r\n";
  CHECK(post(server.port(), "one-click/" + out, form + "Origin: null\r\n",
             "List-Unsubscribe=One-Click")
            .status == 200);
  auto another = command;
  another[4] = "More news";
  CHECK(run_to_end(another).output == "mails on their way: 0, by earlier runs: 0\n");
  CHECK(server.stop() == 0);
  CHECK_FALSE(smtp.has_mail(2));
  CHECK(server.log().find(out) == std::string::npos);
}

TEST_CASE("a newsletter needs an association, a text and a public address") {
  const TemporaryFolder data;
  std::ofstream(data.file("news.txt")) << "News\n";
  std::ofstream(data.file("empty.txt")) << "\n";
  const auto code_of = [&](const std::string& association, const std::string& file,
                           const std::string& address) {
    return exit_code_of({"newsletter", "--association", association, "--subject", "News",
                         data.file(file), "--data", data.path(), "--associations",
                         repository_file("assets/associations"), "--public-address", address});
  };
  CHECK(code_of("ipma", "news.txt", "https://desk.example") == 0);
  CHECK(code_of("other", "news.txt", "https://desk.example") != 0);
  CHECK(code_of("ipma", "empty.txt", "https://desk.example") != 0);
  CHECK(code_of("ipma", "missing.txt", "https://desk.example") != 0);
  CHECK(code_of("ipma", "news.txt", "http://desk.example") != 0);
}

TEST_CASE("promise 14: the mails that wait are listed without what their links open") {
  const TemporaryFolder data;
  ServerProcess server({"--data", data.path(), "--origin", "https://desk.example"});
  CHECK(post(server.port(), "subscriptions",
             "Content-Type: application/json\r\nOrigin: https://desk.example\r\n",
             request_of("rita.novak@example.org"))
            .status == 202);
  const Ended list = run_to_end({"mails", "list", "--data", data.path()});
  CHECK(list.exit_code == 0);
  CHECK(list.output.rfind("waiting  ", 0) == 0);
  CHECK(list.output.find("  0 tries  rita.novak@example.org  \"Confirm your subscription to the "
                         "my.ipma newsletter\"  \nmails: 1, ") != std::string::npos);
  CHECK(list.output.find("newsletter/confirm") == std::string::npos);
  CHECK(run_to_end({"mails", "retry", "--all", "--data", data.path()}).output ==
        "mails tried again: 0\n");
  CHECK(exit_code_of({"mails", "retry", "made-up", "--data", data.path()}) == 1);
  CHECK(exit_code_of({"mails", "retry", "--data", data.path()}) != 0);
  CHECK(exit_code_of({"mails", "list", "--data", data.file("misspelt")}) == 1);
  CHECK(exit_code_of({"mails", "list"}) != 0);
}

}  // namespace
}  // namespace laurel::tests

// A member's claim, from the API to staff's decision on the command line and back.
#include <doctest/doctest.h>

#include "base/codec.h"
#include "protocol/accounts/session.h"
#include "protocol/certificates.h"
#include "protocol/mail.h"
#include "tests/server/raw_client.h"
#include "tests/server/server_process.h"

namespace laurel::tests {
namespace {

RawReply post(int port, const std::string& path, const std::string& body,
              const std::string& cookie = "") {
  RawClient client(port);
  client.send("POST /api/v1/ipma/" + path + " HTTP/1.1\r\nHost: localhost\r\n" +
              "Content-Type: application/json\r\nOrigin: http://localhost:" +
              std::to_string(port) + "\r\n" + cookie +
              "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  return client.receive();
}

/// The session's cookie, as a header.
std::string sign_in(int port, const std::string& email) {
  const RawReply reply = post(port, "session",
                              base::encode_json(protocol::SignInRequest{
                                  email, "gentle-otter-on-the-pier", false}));
  REQUIRE(reply.status == 200);
  const std::size_t at = reply.head.find("__Host-laurel-ipma=");
  REQUIRE(at != std::string::npos);
  return "Cookie: " + reply.head.substr(at, reply.head.find(';', at) - at) + "\r\n";
}

protocol::CertificatesResponse certificates(int port, const std::string& cookie) {
  RawClient client(port);
  const auto listed = base::decode_json<protocol::CertificatesResponse>(
      client.get("/api/v1/ipma/certificates", cookie).body);
  REQUIRE(listed);
  return *listed;
}

std::size_t count_mails(int port, const std::string& to) {
  RawClient client(port);
  const auto mailbox =
      base::decode_json<protocol::DevMailboxResponse>(client.get("/dev/mailbox.json").body);
  REQUIRE(mailbox);
  std::size_t count = 0;
  for (const auto& mail : mailbox->messages) count += mail.to == to ? 1 : 0;
  return count;
}

TEST_CASE("staff decides on the command line what a member has asked for, while the server runs") {
  const TemporaryFolder data;
  ServerProcess server({"--dev", "--data", data.path(), "--sample",
                        repository_file("assets/sample/members.json")});
  const int port = server.port();
  const std::string zoe = sign_in(port, "new.member@example.org");
  const std::string mara = sign_in(port, "mara.lind@example.org");
  const RawReply claimed =
      post(port, "certificates/claims",
           base::encode_json(protocol::CertificateClaim{{"DE-24-B-01877", "ES-24-B-00093"}}), zoe);
  CHECK(claimed.body == R"({"linked":[],"requested":["DE-24-B-01877","ES-24-B-00093"]})");

  const auto requests = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "requests");
    arguments.insert(arguments.end(),
                     {"--data", data.path(), "--public-address", "https://desk.example",
                      "--associations", repository_file("assets/associations")});
    return run_to_end(arguments);
  };
  const Ended list = requests({"list"});
  CHECK(list.exit_code == 0);
  CHECK(list.output.find("  member       Zoë Ødegård-Núñez <new.member@example.org>\n") !=
        std::string::npos);
  CHECK(list.output.find("  registry     José Núñez <jose.nunez@example.org>\n"
                         "  held by      nobody\n") != std::string::npos);
  CHECK(list.output.find("  held by      Mara Lind <mara.lind@example.org>\n") !=
        std::string::npos);
  CHECK(list.output.find("requests: 2, at most the oldest 200\n") != std::string::npos);

  const auto id_of = [&](const std::string& number) {
    const std::size_t at = list.output.rfind("\n  member", list.output.find(number));
    const std::size_t line = at == std::string::npos ? at : list.output.rfind('\n', at - 1);
    const std::size_t start = line == std::string::npos ? 0 : line + 1;
    return list.output.substr(start, 22);
  };
  const std::string held = id_of("DE-24-B-01877");
  const Ended refused = requests({"approve", held});
  CHECK(refused.exit_code == 1);
  CHECK(refused.output.find("is held by Mara Lind <mara.lind@example.org>: nothing was done") !=
        std::string::npos);
  CHECK(certificates(port, mara).certificates.size() == 4);
  CHECK(count_mails(port, "mara.lind@example.org") == 0);

  const Ended moved = requests({"approve", held, "--move"});
  CHECK(moved.exit_code == 0);
  CHECK(moved.output ==
        "approved: DE-24-B-01877 for Zoë Ødegård-Núñez <new.member@example.org>\n");
  CHECK(certificates(port, mara).certificates.size() == 3);
  CHECK(certificates(port, zoe).certificates.size() == 1);
  CHECK(count_mails(port, "mara.lind@example.org") == 1);

  const std::string other = id_of("ES-24-B-00093");
  CHECK(requests({"decline", "made-up", other, "--reason", "The name differs."}).exit_code == 1);
  CHECK(certificates(port, zoe).pending.empty());
  CHECK(count_mails(port, "new.member@example.org") == 2);
  CHECK(requests({"list"}).output == "requests: 0, at most the oldest 200\n");
  CHECK(requests({"decline", other}).exit_code == 1);
  CHECK(server.stop() == 0);
  CHECK(server.log().find("new.member") == std::string::npos);
}

TEST_CASE("deciding needs ids, associations and the address that mails link to") {
  const TemporaryFolder data;
  const std::vector<std::string> rest = {"--data", data.path()};
  const auto code_of = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), rest.begin(), rest.end());
    return exit_code_of(arguments);
  };
  const std::string folder = repository_file("assets/associations");
  CHECK(code_of({"requests", "list"}) == 0);
  CHECK(code_of({"requests"}) != 0);
  CHECK(code_of({"requests", "approve"}) != 0);
  CHECK(code_of({"requests", "approve", "x", "--associations", folder}) != 0);
  CHECK(code_of({"requests", "approve", "x", "--public-address", "https://desk.example"}) != 0);
}

}  // namespace
}  // namespace laurel::tests

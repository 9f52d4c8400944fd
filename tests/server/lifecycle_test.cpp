#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/server/raw_client.h"
#include "tests/server/server_process.h"

namespace laurel::tests {
namespace {

TEST_CASE("promise 36: SIGTERM lets requests in flight finish, takes no new one, and exits with 0") {
  const TemporaryFolder data;
  ServerProcess server({"--dev", "--data", data.path(), "--sample",
                        repository_file("assets/sample/members.json")});
  const std::string body =
      R"({"email":"mara.lind@example.org","password":"gentle-otter-on-the-pier","remember":false})";
  RawClient busy(server.port());
  RawClient idle(server.port());
  CHECK(idle.get("/api/v1/health").status == 200);
  busy.send("POST /api/v1/ipma/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body.substr(0, 10));
  CHECK(idle.get("/api/v1/health").status == 200);  // the server has seen the bytes before, too
  server.signal(SIGTERM);
  CHECK(idle.is_closed());
  CHECK_FALSE(RawClient(server.port()).connected());
  busy.send(body.substr(10));
  const RawReply reply = busy.receive();
  CHECK(reply.status == 200);
  CHECK(reply.header("Connection") == "close");
  CHECK(server.wait() == 0);
}

TEST_CASE("SIGINT stops it as well") {
  ServerProcess server({"--dev"});
  CHECK(server.kill(SIGINT) == 0);
}

TEST_CASE("promise 36: slow clients are cut off, and nobody waits for them") {
  const ServerProcess server({"--dev", "--request-timeout", "1"});
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 200; ++i) {
    slow.push_back(std::make_unique<RawClient>(server.port()));
    REQUIRE(slow.back()->connected());
    slow.back()->send("POST /api/v1/ipma/session HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n");
    if (i % 2 == 0) slow.back()->send("\r\n{");
  }
  RawClient quick(server.port());
  CHECK(quick.get("/api/v1/health").status == 200);
  for (const auto& client : slow) CHECK(client->is_closed());
}

void check_in_use(const ServerProcess& other, const std::string& address) {
  const std::string port = std::to_string(other.port());
  const Ended ended = run_to_end({"--dev", "--port", port, "--associations",
                                  repository_file("assets/associations")});
  CHECK(ended.exit_code != 0);
  CAPTURE(ended.output);
  CHECK(ended.output.find("cannot listen on " + address + ":" + port + ": Address already in use") !=
        std::string::npos);
}

bool has_ipv6() {
  std::ifstream addresses("/proc/net/if_inet6");
  const std::string text(std::istreambuf_iterator<char>(addresses), {});
  return text.find("00000000000000000000000000000001") != std::string::npos;
}

TEST_CASE("a port of localhost that another program has, by IPv4 or by IPv6, is in use") {
  check_in_use(ServerProcess({"--dev", "--bind", "127.0.0.1"}), "127.0.0.1");
  if (has_ipv6()) check_in_use(ServerProcess({"--dev", "--bind", "::1"}), "[::1]");
}

TEST_CASE("a server without what it needs says so and does not start") {
  const std::string associations = repository_file("assets/associations");
  const std::string sample = repository_file("assets/sample/members.json");
  const TemporaryFolder folder;
  CHECK(exit_code_of({"--help"}) == 0);
  CHECK(exit_code_of({}) != 0);
  CHECK(exit_code_of({"--associations", associations}) != 0);  // neither --dev nor --data
  CHECK(exit_code_of({"--associations", associations, "--data", folder.path(), "--sample",
                      sample}) != 0);
  CHECK(exit_code_of({"--dev", "--associations", folder.path()}) != 0);
  CHECK(exit_code_of({"--dev", "--associations", associations, "--bind", "no-address"}) != 0);
  CHECK(exit_code_of({"--dev", "--associations", associations, "--data", sample}) != 0);
  CHECK(exit_code_of({"--dev", "--associations", associations, "--sample",
                      repository_file("assets/associations/ipma.json")}) != 0);
}

TEST_CASE("policies of another version than members agree to are no start; no texts at all are one") {
  const TemporaryFolder content;
  ServerProcess without({"--dev", "--content", content.path()});
  RawClient client(without.port());
  CHECK(client.get("/api/v1/ipma/texts/about").status == 404);
  CHECK(client.get("/api/v1/ipma/organisations").body == R"({"organisations":[]})");
  CHECK(without.stop() == 0);

  std::ofstream(content.file("ima.json"))
      << R"({"texts":[{"id":"privacy-policy","title":"P","version":"2020-01","sections":[]}],)"
         R"("member_associations":[],"organisations":[]})";
  try {
    const ServerProcess refused({"--dev", "--content", content.path()});
    FAIL("it started");
  } catch (const std::runtime_error& why) {
    const std::string text = why.what();
    CHECK(text.find("ima.json: text \"privacy-policy\": version \"2020-01\"") != std::string::npos);
    CHECK(text.find("\"2026-11\"") != std::string::npos);
  }
}

}  // namespace
}  // namespace laurel::tests

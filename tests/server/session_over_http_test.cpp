#include <doctest/doctest.h>

#include "tests/server/raw_client.h"
#include "tests/server/server_process.h"

namespace laurel::tests {
namespace {

const std::string password = "gentle-otter-on-the-pier";
const std::string path = "/api/v1/ipma/session";

struct Sent {
  std::string method = "POST";
  std::string body = {};
  std::string headers = {};
};

RawReply send(int port, const Sent& sent) {
  RawClient client(port);
  client.send(sent.method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + sent.headers +
              "Content-Length: " + std::to_string(sent.body.size()) + "\r\n\r\n" + sent.body);
  return client.receive();
}

RawReply sign_in(int port, const std::string& with_password = password) {
  return send(port, {.body = R"({"email":"mara.lind@example.org","remember":false,"password":")" +
                             with_password + "\"}",
                     .headers = "Content-Type: application/json\r\nOrigin: http://localhost:" +
                                std::to_string(port) + "\r\n"});
}

/// "__Host-laurel-ipma=…", ready for a Cookie header.
std::string session_cookie(const RawReply& reply) {
  const std::string cookie = reply.header("Set-Cookie");
  return cookie.substr(0, cookie.find(';'));
}

int status_with(int port, const std::string& cookie) {
  RawClient client(port);
  return client.get(path, "Cookie: other=1; " + cookie + "\r\n").status;
}

std::vector<std::string> with_data(const TemporaryFolder& folder) {
  return {"--dev", "--data", folder.path(), "--sample",
          repository_file("assets/sample/members.json")};
}

TEST_CASE("promise 10: kill -9 keeps sessions, signing out ends them for ever") {
  const TemporaryFolder data;
  std::string cookie;
  {
    ServerProcess server(with_data(data));
    const RawReply reply = sign_in(server.port());
    REQUIRE(reply.status == 200);
    CHECK(reply.header("Set-Cookie").find("; Path=/; Secure; HttpOnly; SameSite=Lax") !=
          std::string::npos);
    cookie = session_cookie(reply);
    CHECK(status_with(server.port(), cookie) == 200);
    CHECK(server.kill(SIGKILL) == -SIGKILL);
  }
  {
    ServerProcess server(with_data(data));
    CHECK(status_with(server.port(), cookie) == 200);
    const RawReply out = send(server.port(), {.method = "DELETE",
                                              .headers = "Cookie: " + cookie +
                                                         "\r\nOrigin: http://localhost:" +
                                                         std::to_string(server.port()) + "\r\n"});
    CHECK(out.status == 204);
    CHECK(out.header("Set-Cookie").find("Max-Age=0") != std::string::npos);
    CHECK(out.header("Content-Length").empty());
    CHECK(status_with(server.port(), cookie) == 401);
    CHECK(server.kill(SIGKILL) == -SIGKILL);
  }
  const ServerProcess server(with_data(data));
  CHECK(status_with(server.port(), cookie) == 401);
}

TEST_CASE("promise 12: a foreign Origin and a text/plain POST get 403") {
  const ServerProcess server({"--dev"});
  const std::string body = R"({"email":"a@b.example","password":"x","remember":false})";
  CHECK(send(server.port(), {.body = body,
                             .headers = "Content-Type: application/json\r\n"
                                        "Origin: https://evil.example\r\n"})
            .status == 403);
  CHECK(send(server.port(), {.body = body, .headers = "Content-Type: text/plain\r\n"}).status ==
        403);
}

TEST_CASE("promise 19: no token, password, cookie, query or address gets into the log") {
  const TemporaryFolder data;
  ServerProcess server(with_data(data));
  const RawReply reply = sign_in(server.port());
  REQUIRE(reply.status == 200);
  CHECK(sign_in(server.port(), "wrong-password-typed").status == 401);
  const std::string cookie = session_cookie(reply);
  RawClient client(server.port());
  CHECK(client.get("/api/v1/ipma/dashboard?token=in-the-query", "Cookie: " + cookie + "\r\n")
            .status == 200);
  CHECK(client.get("/forged\x1b[31mline").status >= 400);
  CHECK(server.stop() == 0);
  const std::string log = server.log();
  CHECK(log.find("200 POST /api/v1/ipma/session") != std::string::npos);
  CHECK(log.find("200 GET /api/v1/ipma/dashboard ") != std::string::npos);
  CHECK(log.find(cookie.substr(cookie.find('=') + 1)) == std::string::npos);
  for (const char* secret : {"__Host-", "gentle-otter", "wrong-password", "mara.lind",
                             "in-the-query", "127.0.0.1", "\x1b"}) {
    CHECK(log.find(secret) == std::string::npos);
  }
}

}  // namespace
}  // namespace laurel::tests

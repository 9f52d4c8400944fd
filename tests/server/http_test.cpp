#include <doctest/doctest.h>

#include "base/json_reader.h"
#include "tests/server/raw_client.h"
#include "tests/server/server_process.h"

namespace laurel::tests {
namespace {

void check_refused(const ServerProcess& server, const std::string& bytes) {
  RawClient client(server.port());
  client.send(bytes);
  const RawReply reply = client.receive();
  CHECK(reply.status == 400);
  CHECK(reply.header("Content-Type") == "application/problem+json");
  CHECK(reply.body.find("\"malformed\"") != std::string::npos);
  CHECK(client.is_closed());
}

TEST_CASE("promise 18: a body framed in two ways is refused, and the connection closed") {
  const ServerProcess server({"--dev"});
  const std::string head = "POST /api/v1/ipma/session HTTP/1.1\r\nHost: localhost\r\n"
                           "Content-Type: application/json\r\n";
  const std::string smuggled = "0\r\n\r\nGET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n";
  for (const char* framing :
       {"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
        "Content-Length: 4\r\nContent-Length: 40\r\n", "Content-Length: 4\r\nContent-Length: 4\r\n",
        "Content-Length: 4, 4\r\n", "Content-Length: -1\r\n", "Content-Length: +4\r\n",
        "Content-Length: 0x4\r\n", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "Content-Length: 99999999999999999999\r\n"}) {
    CAPTURE(std::string(framing));
    check_refused(server, head + framing + "\r\n" + smuggled);
  }
}

TEST_CASE("promise 18: trailers of a chunked body are no headers, and are refused") {
  const ServerProcess server({"--dev", "--trusted-proxy", "127.0.0.1"});
  const std::string chunked = "POST /api/v1/ipma/session HTTP/1.1\r\nHost: localhost\r\n"
                              "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                              "\r\n2\r\n{}\r\n0\r\n";
  for (const char* trailer : {"X-Forwarded-For: 198.51.100.9\r\n", "X: y\r\n", "Host: a\r\n",
                              "Cookie: __Host-laurel-ipma=x\r\n"}) {
    CAPTURE(std::string(trailer));
    check_refused(server, chunked + trailer + "\r\n");
  }
  RawClient client(server.port());
  client.send(chunked + "\r\n");
  const RawReply reply = client.receive();
  CHECK(reply.status == 400);
  CHECK(reply.body.find("missing") != std::string::npos);  // the service has read it
  CHECK(client.get("/api/v1/health").status == 200);
}

TEST_CASE("promise 18: what is no HTTP/1.1, has no Host, or a target that is no path") {
  const ServerProcess server({"--dev"});
  for (const std::string& bytes :
       {std::string("hello\r\n\r\n"), std::string("GET / HTTP/1.1\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
        std::string("GET http://localhost/ HTTP/1.1\r\nHost: a\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n"),
        std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15)}) {
    check_refused(server, bytes);
  }
}

TEST_CASE("promise 36: giant headers and bodies are refused without being kept") {
  const ServerProcess server({"--dev"});
  check_refused(server, "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(40'000, 'x') + "\r\n\r\n");
  check_refused(server, "POST /api/v1/ipma/session HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n"
                        "\r\n" + std::string(70'000, ' '));
}

TEST_CASE("promise 18: unlisted methods get 405 and the list") {
  const ServerProcess server({"--dev"});
  for (const char* method : {"PATCH", "OPTIONS", "TRACE", "PUT", "HEAD", "PROPFIND", "MADEUP"}) {
    RawClient client(server.port());
    client.send(std::string(method) + " /api/v1/ipma/session HTTP/1.1\r\nHost: a\r\n"
                "Content-Length: 0\r\n\r\n");
    const RawReply reply = client.receive(std::string(method) != "HEAD");
    CHECK(reply.status == 405);
    CHECK(reply.header("Allow") == "POST, GET, DELETE");
  }
}

TEST_CASE("one connection serves many requests, also when they are sent at once") {
  const ServerProcess server({"--dev"});
  RawClient client(server.port());
  for (int i = 0; i < 3; ++i) CHECK(client.get("/api/v1/health").status == 200);
  const std::string request = "GET /api/v1/health HTTP/1.1\r\nHost: a\r\n\r\n";
  client.send(request + request + "GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  CHECK(client.receive().status == 200);
  const RawReply second = client.receive();
  CHECK(second.body == R"({"status":"ok"})");
  CHECK(second.header("Cache-Control") == "no-store");
  CHECK_FALSE(second.header("Date").empty());
  CHECK(client.receive().status == 404);
  CHECK(client.is_closed());
}

TEST_CASE("HTTP/1.0 and HEAD") {
  const TemporaryFolder folder;
  std::ofstream(folder.file("index.html")) << "<p>hello";
  const ServerProcess server({"--dev", "--site", folder.path()});
  RawClient old(server.port());
  old.send("GET / HTTP/1.0\r\n\r\n");
  CHECK(old.receive().body == "<p>hello");
  CHECK(old.is_closed());
  RawClient client(server.port());
  client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
  const RawReply head = client.receive(false);
  CHECK(head.status == 200);
  CHECK(head.header("Content-Length") == "8");
  CHECK(client.get("/").body == "<p>hello");  // on the same connection: HEAD had no body
  const std::string tag = head.header("ETag");
  const RawReply unchanged = client.get("/", "If-None-Match: " + tag + "\r\n");
  CHECK(unchanged.status == 304);
  CHECK(client.get("/laurel-host.json").body == R"({"host":"server"})");
  CHECK(client.get("/../../etc/passwd").status == 404);
}

TEST_CASE("change-password is a redirect, and an unknown well-known address is not there") {
  const ServerProcess server({"--dev", "--public-address", "https://desk.example/some/path"});
  RawClient client(server.port());
  const RawReply reply = client.get("/.well-known/change-password");
  CHECK(reply.status == 302);
  CHECK(reply.header("Location") == "https://desk.example/some/path/change-password/");
  CHECK(client.get("/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200")
            .status == 404);
  client.send("POST /.well-known/change-password HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
  CHECK(client.receive().status == 405);
}

TEST_CASE("the OpenAPI document is served") {
  const ServerProcess server({"--dev"});
  RawClient client(server.port());
  const RawReply reply = client.get("/api/v1/openapi.json");
  CHECK(reply.status == 200);
  CHECK(base::parse_json(reply.body, {.max_bytes = 1 << 20, .max_depth = 32}));
}

}  // namespace
}  // namespace laurel::tests

#include <chrono>
#include <memory>

#include <doctest/doctest.h>

#include "base/bytes.h"
#include "protocol/members.h"
#include "tests/server/raw_client.h"
#include "tests/server/server_process.h"
#include "tests/support/png.h"

namespace laurel::tests {
namespace {

const std::string path = "/api/v1/ipma/profile/photo";

/// A server, and a member who is signed in.
struct Desk {
  Desk() {
    const std::string body = R"({"email":"mara.lind@example.org","remember":false,)"
                             R"("password":"gentle-otter-on-the-pier"})";
    const std::string reply = ask("POST", "/api/v1/ipma/session", body).header("Set-Cookie");
    cookie = reply.substr(0, reply.find(';'));
    REQUIRE_FALSE(cookie.empty());
  }

  [[nodiscard]] std::string head(const std::string& method, const std::string& target,
                                 std::size_t length) const {
    return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie +
           "\r\nOrigin: http://localhost:" + std::to_string(server.port()) +
           "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(length) +
           "\r\n\r\n";
  }

  [[nodiscard]] RawReply ask(const std::string& method, const std::string& target,
                             const std::string& body = "") const {
    RawClient client(server.port());
    client.send(head(method, target, body.size()) + body);
    return client.receive();
  }

  [[nodiscard]] RawReply upload(const std::string& file, const std::string& name = "me.png") const {
    return ask("PUT", path,
               base::encode_json(protocol::PhotoUpload{name, base::to_base64(file), {}}));
  }

  ServerProcess server{{"--dev", "--sample", repository_file("assets/sample/members.json")}};
  std::string cookie = "none=1";
};

std::string noise(std::uint32_t side) {
  std::uint32_t state = 1;
  return png({.width = side, .height = side}, [&](std::uint32_t, std::uint32_t) {
    state = state * 1664525 + 1013904223;
    return big_endian(state >> 8, 3);
  });
}

TEST_CASE("promise 21: a photo is served as a JPEG and as nothing else") {
  const Desk desk;
  const RawReply saved = desk.upload(noise(700));  // 1.5 MB
  REQUIRE(saved.status == 200);
  CHECK(saved.header("Cache-Control") == "no-store");
  const auto photo = base::decode_json<protocol::PhotoResponse>(saved.body);
  REQUIRE(photo);
  const RawReply shown = desk.ask("GET", "/api/v1/ipma/photos/" + photo->photo);
  CHECK(shown.status == 200);
  CHECK(shown.header("Content-Type") == "image/jpeg");
  CHECK(shown.header("X-Content-Type-Options") == "nosniff");
  CHECK(shown.header("Cache-Control") == "private, no-cache");
  CHECK(shown.body.substr(0, 3) == "\xFF\xD8\xFF");
  CHECK(shown.body.substr(shown.body.size() - 2) == "\xFF\xD9");
  RawClient nobody(desk.server.port());
  CHECK(nobody.get("/api/v1/ipma/photos/" + photo->photo).status == 401);
}

TEST_CASE("promise 27: a browser asks for a photo that it has kept, in vain once signed out") {
  const Desk desk;
  const auto photo = base::decode_json<protocol::PhotoResponse>(desk.upload(noise(16)).body);
  REQUIRE(photo);
  const std::string address = "/api/v1/ipma/photos/" + photo->photo;
  const std::string tag = desk.ask("GET", address).header("ETag");
  CHECK(tag == "\"" + photo->photo + "\"");
  const auto ask_again = [&](const std::string& kept) {
    RawClient client(desk.server.port());
    return client.get(address, "Cookie: " + desk.cookie + "\r\nIf-None-Match: " + kept + "\r\n");
  };
  const RawReply same = ask_again(tag);
  CHECK(same.status == 304);
  CHECK(same.body.empty());
  CHECK(same.header("ETag") == tag);
  CHECK(same.header("Cache-Control") == "private, no-cache");
  CHECK(ask_again("\"another\"").status == 200);
  CHECK(desk.ask("DELETE", "/api/v1/ipma/session").status == 204);
  CHECK(ask_again(tag).status == 401);
}

TEST_CASE("promise 20: a 60k by 60k PNG is refused in less than 100 ms and 16 MB") {
  const Desk desk;
  REQUIRE(desk.upload(noise(16)).status == 200);
  const long before_kib = desk.server.peak_kib();
  const auto started = std::chrono::steady_clock::now();
  const RawReply refused = desk.upload(png({.width = 60'000, .height = 60'000}, {}));
  const auto took = std::chrono::steady_clock::now() - started;
  CHECK(refused.status == 400);
  CHECK(refused.body.find("too_many_pixels") != std::string::npos);
  CHECK(took < std::chrono::milliseconds(100));
  CHECK(desk.server.peak_kib() - before_kib < 16 * 1024);
}

TEST_CASE("a photo's request may have 3 MiB, every other 64 KiB, and the rest is not read") {
  const Desk desk;
  const auto status = [&](const std::string& method, const std::string& target, std::size_t size) {
    RawClient client(desk.server.port());
    client.send(desk.head(method, target, size));
    return client.receive().status;
  };
  CHECK(status("PUT", path, 3 * 1024 * 1024 + 1) == 400);
  CHECK(status("DELETE", path, 64 * 1024 + 1) == 400);
  CHECK(status("PUT", "/api/v1/ipma/profile", 64 * 1024 + 1) == 400);
  CHECK(status("PUT", "/elsewhere/profile/photo", 64 * 1024 + 1) == 400);
  CHECK(desk.upload(std::string(2 * 1024 * 1024 + 9, 'x')).body.find("too_large") !=
        std::string::npos);
  const std::string chunk = "10000\r\n" + std::string(0x10000, ' ') + "\r\n";
  for (const auto& [target, chunks] :
       {std::pair{std::string("/api/v1/ipma/profile"), 2}, {path, 49}}) {
    RawClient client(desk.server.port());
    client.send("PUT " + target + " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < chunks; ++i) client.send(chunk);
    const RawReply reply = client.receive();
    CHECK(reply.status == 400);
    CHECK(reply.body.find("malformed") != std::string::npos);
  }
}

TEST_CASE("promise 36: only so many large bodies are read at once") {
  const Desk desk;
  std::vector<std::unique_ptr<RawClient>> waiting;
  for (int i = 0; i < 32; ++i) {
    waiting.push_back(std::make_unique<RawClient>(desk.server.port()));
    waiting.back()->send(desk.head("PUT", path, 1024 * 1024));
  }
  // Connections are served in no order: asks until all of them have been heard.
  const auto refused = [&] {
    RawClient client(desk.server.port());
    client.send(desk.head("PUT", path, 100'000));
    client.send(std::string(100'000, ' '));
    const RawReply reply = client.receive();
    return reply.status == 503 && !reply.header("Retry-After").empty();
  };
  bool full = false;
  for (int i = 0; i < 100 && !full; ++i) full = refused();
  CHECK(full);
  CHECK(desk.ask("GET", "/api/v1/health").status == 200);
  waiting.clear();
  bool free = false;
  for (int i = 0; i < 100 && !free; ++i) free = desk.upload(noise(200)).status == 200;
  CHECK(free);
}

}  // namespace
}  // namespace laurel::tests

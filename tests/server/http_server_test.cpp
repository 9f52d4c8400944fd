// The HTTP server in this process, with a responder of the test's own.
#include "server/http_server.h"

#include <csignal>
#include <cstdio>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/server/raw_client.h"

namespace laurel::server {
namespace {

HttpSettings one_large_body() {
  HttpSettings settings;
  settings.max_body_bytes = [](std::string_view, std::string_view) { return 1'000'000U; };
  settings.max_large_bodies = 1;
  settings.busy_reply.status = 503;
  return settings;
}

/// A server that runs while this lives.
class Serving {
 public:
  Serving(HttpServer& http, Responder responder)
      : thread_([this, &http, responder = std::move(responder)] { http.run(responder, log_); }) {}
  ~Serving() {
    std::raise(SIGTERM);
    thread_.join();
    std::fclose(nowhere_);
  }
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;

 private:
  std::FILE* nowhere_ = std::fopen("/dev/null", "w");
  AccessLog log_{nowhere_};
  std::thread thread_;
};

TEST_CASE("a large body is over with its connection, whoever still holds what would answer it") {
  HttpServer http(one_large_body());
  REQUIRE(http.listen("127.0.0.1", 0));
  std::vector<Answer> held;  // as by threads that have answered, and are slow to let go
  const Serving serving(http, [&held](HttpRequest, const Answer& answer) {
    held.push_back(answer);
    answer(HttpReply());
  });
  for (int i = 0; i < 3; ++i) {
    tests::RawClient client(http.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                "Content-Length: 100000\r\n\r\n" + std::string(100'000, 'x'));
    CHECK(client.receive().status == 200);
    CHECK(client.is_closed());
  }
}

}  // namespace
}  // namespace laurel::server

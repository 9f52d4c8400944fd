// HTTP/1.1 over TCP (RFC 9110, RFC 9112) by Boost.Beast: sockets, limits, time-outs, draining.
//
//   server::HttpServer http(settings);
//   if (const auto status = http.listen("localhost", 8080); !status) …
//   http.run(responder, log);      // until SIGTERM or SIGINT
//
// One thread does all input and output; the responder answers from threads of its own.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "server/access_log.h"
#include "server/http_message.h"

namespace laurel::server {

struct HttpSettings {
  std::uint32_t max_header_bytes = 16 * 1024;
  /// How long a request's body may be, by its method and its target's path: asked when the headers are
  /// there, before anything of the body is read.
  std::function<std::uint64_t(std::string_view method, std::string_view path)> max_body_bytes =
      [](std::string_view, std::string_view) { return large_body_bytes; };
  /// A body longer than this is large: it gets more time, and only so many are read at once.
  static constexpr std::uint64_t large_body_bytes = 64 * 1024;
  std::size_t max_large_bodies = 32;
  std::uint64_t slowest_bytes_per_s = 32 * 1024;
  std::size_t max_connections = 2000;
  /// For a whole request to arrive, from the last reply on; bounds idle and slow clients alike.
  std::chrono::milliseconds request_timeout = std::chrono::seconds(30);
  /// For a whole reply to be taken.
  std::chrono::milliseconds reply_timeout = std::chrono::seconds(120);
  /// For requests in flight to finish once the server was told to stop.
  std::chrono::milliseconds drain_timeout = std::chrono::seconds(10);
  /// What is answered to what is no HTTP or breaks a limit; the connection is closed after it.
  HttpReply malformed_reply;
  /// The same where there are too many large bodies already.
  HttpReply busy_reply;
  /// What the access log may hold of a request's path.
  std::function<std::string(std::string_view path)> path_for_log =
      [](std::string_view path) { return std::string(path); };
};

class HttpServer {
 public:
  explicit HttpServer(HttpSettings settings);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// `address` is an IP address, or "localhost" for this machine's own, IPv4 and IPv6. Port 0 lets
  /// the system choose. Errors: `unavailable`.
  [[nodiscard]] base::Status listen(const std::string& address, std::uint16_t port);

  [[nodiscard]] std::uint16_t port() const;

  /// Serves until SIGTERM or SIGINT; then accepts nothing new, lets requests in flight finish, and
  /// returns.
  void run(Responder responder, AccessLog& log);

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace laurel::server

// What HTTP carries, without the library that reads and writes it: so that one file alone includes
// Beast (server/http_server.cpp).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace laurel::server {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct HttpRequest {
  std::string method;  // "GET"
  std::string target;  // "/ipma/?x=1", as sent
  Headers headers;
  std::string body;
  std::string peer_address;  // of the socket: a client or a proxy

  /// The values of all headers with this name, in any case, joined by `separator` (RFC 9110 5.3).
  [[nodiscard]] std::string header(std::string_view name, std::string_view separator = ", ") const;
  /// The target without its query.
  [[nodiscard]] std::string path() const;
};

/// Whether an If-None-Match header names the tag, which has its quotes (RFC 9110 13.1.2).
[[nodiscard]] bool names_tag(std::string_view header, std::string_view tag);

struct HttpReply {
  int status = 200;
  Headers headers;  // without Content-Length, Date and Connection, which the server adds
  std::shared_ptr<const std::string> body;  // null: none
};

/// To be called once, from any thread.
using Answer = std::function<void(HttpReply)>;

/// Must not block: it hands slow work to threads of its own.
using Responder = std::function<void(HttpRequest, Answer)>;

}  // namespace laurel::server

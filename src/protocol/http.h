// A request and its response, as the service sees them: the parts of HTTP (RFC 9110) that it uses,
// already parsed. The native server makes them from a socket, the offline demo from a message, the
// tests from a literal; the service cannot tell the difference.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace laurel::protocol {

enum class Method { get, post, put, delete_ };

constexpr std::array<std::string_view, 4> enum_names(Method) {
  return {"GET", "POST", "PUT", "DELETE"};
}

struct Cookie {
  std::string name;
  std::string value;
};

/// Every member has a default, so that a request can be written down by the names it needs.
struct Request {
  Method method = Method::get;
  std::string path = {};             // without the query, not percent-decoded: "/api/v1/health"
  std::string content_type = {};     // as sent; empty when there was none
  std::string origin = {};           // the Origin header; empty when there was none
  std::string idempotency_key = {};  // the Idempotency-Key header; empty when there was none
  std::string client_address = {};   // the IP address of the client, "192.0.2.1" or "2001:db8::1"
  std::string user_agent = {};
  std::vector<Cookie> cookies = {};
  std::string body = {};
};

/// A cookie to set (RFC 6265bis). Always Secure, HttpOnly, SameSite=Lax and Path=/: the `__Host-`
/// prefix of every name asks for it. An empty value with `max_age_s == 0` removes the cookie.
struct SetCookie {
  std::string name;
  std::string value;
  std::optional<long> max_age_s;  // nothing: until the browser is closed
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<SetCookie> cookies;
  std::optional<long> retry_after_s;  // the Retry-After header
  std::string allow;                  // the Allow header of a 405: "GET, POST"
  /// Names this very body, so that the browser that asked may keep it, and nobody in between. It has
  /// to ask each time whether it may still show it. Empty: nobody keeps it.
  std::string tag = {};
};

/// The cookie's value, or nothing.
[[nodiscard]] std::optional<std::string_view> find_cookie(const Request& request,
                                                          std::string_view name);

}  // namespace laurel::protocol

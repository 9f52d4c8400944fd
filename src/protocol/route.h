// The addresses of the API: the client builds paths from them, the service matches paths against them,
// the OpenAPI document lists them. Each is part of an endpoint (protocol/endpoint.h).
//
//   protocol::path_of(protocol::session_create, {"ipma"}) == "/api/v1/ipma/session"
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/http.h"

namespace laurel::protocol {

struct Route {
  Method method;
  std::string_view path;  // segments in braces are parameters; {token}, {verification} are secret
  std::string_view summary;
  std::string_view operation_id = {};  // names it in what is generated from the OpenAPI document
  std::string_view tag = {};           // what it belongs to there
};

/// RFC 3986 section 2: every character that is not unreserved becomes "%XX".
[[nodiscard]] std::string percent_encoded(std::string_view text);
/// Nothing where `text` holds what no segment of a path may hold, bad percent-encoding or bad UTF-8.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text);

/// Fills the parameters in order. Asserts that there are as many as the path has. Every character
/// that RFC 3986 does not call unreserved is percent-encoded.
[[nodiscard]] std::string path_of(const Route& route,
                                  std::initializer_list<std::string_view> parameters);

/// The parameters' values, percent-decoded, or nothing where `path` is none of the route's. A path
/// with an empty parameter, a character that RFC 3986 wants encoded, bad percent-encoding or bad UTF-8
/// never matches.
[[nodiscard]] std::optional<std::vector<std::string>> match_path(const Route& route,
                                                                 std::string_view path);

/// For logs: where the route has a parameter that is secret and `path` is the route's up to there, the
/// path with the parameter's name in place of everything from its value on, also of what does not
/// match.
[[nodiscard]] std::optional<std::string> path_without_secret(const Route& route,
                                                             std::string_view path);

}  // namespace laurel::protocol

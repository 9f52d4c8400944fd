// Cookies on the wire (RFC 6265bis).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protocol/http.h"

namespace laurel::server {

/// The pairs of a Cookie header; what has no "=" is left out.
[[nodiscard]] std::vector<protocol::Cookie> parse_cookies(std::string_view header);

/// The value of a Set-Cookie header.
[[nodiscard]] std::string format_cookie(const protocol::SetCookie& cookie);

}  // namespace laurel::server

#include "server/cookies.h"

#include "base/utf8.h"

namespace laurel::server {

std::vector<protocol::Cookie> parse_cookies(std::string_view header) {
  std::vector<protocol::Cookie> cookies;
  while (!header.empty()) {
    const std::size_t semicolon = header.find(';');
    const std::string_view pair = base::trim(header.substr(0, semicolon));
    header = semicolon == std::string_view::npos ? "" : header.substr(semicolon + 1);
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0) continue;
    cookies.push_back({std::string(pair.substr(0, equals)), std::string(pair.substr(equals + 1))});
  }
  return cookies;
}

std::string format_cookie(const protocol::SetCookie& cookie) {
  std::string text = cookie.name + "=" + cookie.value;
  if (cookie.max_age_s) text += "; Max-Age=" + std::to_string(*cookie.max_age_s);
  return text + "; Path=/; Secure; HttpOnly; SameSite=Lax";
}

}  // namespace laurel::server

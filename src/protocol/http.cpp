#include "protocol/http.h"

namespace laurel::protocol {

std::optional<std::string_view> find_cookie(const Request& request, std::string_view name) {
  for (const Cookie& cookie : request.cookies) {
    if (cookie.name == name) return cookie.value;
  }
  return std::nullopt;
}

}  // namespace laurel::protocol

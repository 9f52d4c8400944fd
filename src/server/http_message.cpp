#include "server/http_message.h"

#include "base/utf8.h"

namespace laurel::server {

std::string HttpRequest::header(std::string_view name, std::string_view separator) const {
  const std::string wanted = base::ascii_lower(name);
  std::string joined;
  bool first = true;
  for (const auto& [key, value] : headers) {
    if (base::ascii_lower(key) != wanted) continue;
    if (!first) joined += separator;
    joined += value;
    first = false;
  }
  return joined;
}

std::string HttpRequest::path() const { return target.substr(0, target.find('?')); }

bool names_tag(std::string_view header, std::string_view tag) {
  return base::trim(header) == "*" || header.find(tag) != std::string_view::npos;
}

}  // namespace laurel::server

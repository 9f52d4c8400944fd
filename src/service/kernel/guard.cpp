#include "service/kernel/guard.h"

#include <algorithm>

#include "base/utf8.h"
#include "service/kernel/problem.h"

namespace laurel::service::kernel {
namespace {

bool is_from_us(const protocol::Request& request, const Services& services) {
  if (request.origin.empty()) return request.cookies.empty();
  const auto& allowed = services.config.allowed_origins;
  return std::find(allowed.begin(), allowed.end(), request.origin) != allowed.end();
}

/// The media type without its parameters (RFC 9110 section 8.3.1).
std::string media_type(std::string_view content_type) {
  return base::ascii_lower(base::trim(content_type.substr(0, content_type.find(';'))));
}

bool is_json_or_nothing(const protocol::Request& request) {
  if (request.content_type.empty() && request.body.empty()) {
    return request.method == protocol::Method::delete_;
  }
  return media_type(request.content_type) == "application/json";
}

bool is_form(const protocol::Request& request) {
  const std::string type = media_type(request.content_type);
  return type == "application/x-www-form-urlencoded" || type == "multipart/form-data";
}

bool is_acceptable(const protocol::Request& request, Accepts accepts, const Services& services) {
  if (accepts == Accepts::form_of_anybody) return is_form(request);
  return is_from_us(request, services) && is_json_or_nothing(request);
}

}  // namespace

std::optional<Refusal> refusal(const protocol::Request& request, Accepts accepts,
                               const Services& services) {
  if (request.method == protocol::Method::get) return std::nullopt;
  if (is_acceptable(request, accepts, services)) return std::nullopt;
  return problem(protocol::ProblemCode::forbidden);
}

}  // namespace laurel::service::kernel


#include <string>

#include "service/endpoints.h"
#include "service/kernel/call.h"
#include "service/kernel/guard.h"
#include "service/kernel/problem.h"

namespace laurel::service {
namespace {

using protocol::ProblemCode;

struct Match {
  const Endpoint* endpoint = nullptr;
  std::vector<std::string> parameters;
  std::string allow;  // every method that the path knows: "GET, POST"
};

/// `endpoint` is null where the path does not know the method; `allow` is empty where there is no
/// such path.
Match match(std::optional<protocol::Method> method, std::string_view path) {
  Match match;
  for (const Endpoint& endpoint : endpoints()) {
    auto parameters = protocol::match_path(endpoint.route, path);
    if (!parameters) continue;
    if (!match.allow.empty()) match.allow += ", ";
    match.allow += base::name_of(endpoint.route.method);
    if (endpoint.route.method != method) continue;
    match.endpoint = &endpoint;
    match.parameters = std::move(*parameters);
  }
  return match;
}

protocol::Response refuse(const Match& match) {
  if (match.allow.empty()) return kernel::problem(ProblemCode::not_found);
  protocol::Response response = kernel::problem(ProblemCode::method_not_allowed);
  response.allow = match.allow;
  return response;
}

bool names_association(const Endpoint& endpoint) {
  return endpoint.route.path.find("{association}") != std::string_view::npos;
}

}  // namespace

protocol::Response handle(const protocol::Request& request, kernel::Services& services) {
  Match found = match(request.method, request.path);
  if (found.endpoint == nullptr) return refuse(found);
  if (auto refused = kernel::refusal(request, found.endpoint->accepts, services)) return *refused;

  const std::size_t max_bytes = found.endpoint->max_body_bytes;
  if (request.body.size() > max_bytes) return kernel::malformed("too many bytes");

  kernel::Call call{request, std::move(found.parameters), nullptr, max_bytes};
  if (names_association(*found.endpoint)) {
    const auto association = services.associations.find(call.parameters[0]);
    if (association == services.associations.end()) return kernel::problem(ProblemCode::not_found);
    call.association = &association->second;
  }
  return found.endpoint->handler(call, services);
}

std::string path_for_log(std::string_view path) {
  for (const Endpoint& endpoint : endpoints()) {
    if (auto hidden = protocol::path_without_secret(endpoint.route, path)) return *hidden;
  }
  return std::string(path);
}

protocol::Response refuse_method(std::string_view path) {
  return refuse(match(std::nullopt, path));
}

bool hashes_passwords(protocol::Method method, std::string_view path) {
  const Match found = match(method, path);
  return found.endpoint != nullptr && found.endpoint->hashes_passwords;
}

bool decodes_pictures(protocol::Method method, std::string_view path) {
  const Match found = match(method, path);
  return found.endpoint != nullptr && found.endpoint->decodes_pictures;
}

std::size_t max_body_bytes(std::optional<protocol::Method> method, std::string_view path) {
  const Match found = match(method, path);
  return found.endpoint == nullptr ? default_max_body_bytes : found.endpoint->max_body_bytes;
}

}  // namespace laurel::service

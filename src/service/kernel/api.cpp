#include "service/kernel/api.h"

#include <utility>

#include "protocol/route.h"
#include "service/kernel/guard.h"
#include "service/kernel/problem.h"

namespace laurel::service::kernel {
namespace {

using protocol::ProblemCode;

/// Of every path of ours.
constexpr std::string_view start = "/";

std::string_view take_segment(std::string_view& path) {
  const std::size_t slash = path.find('/');
  const std::string_view segment = path.substr(0, slash);
  path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  return segment;
}

bool names_association(const Endpoint& endpoint) {
  return endpoint.route.path.find("{association}") != std::string_view::npos;
}

}  // namespace

Api::Api(Endpoints endpoints) : endpoints_(std::move(endpoints)) {
  for (std::size_t i = 0; i < endpoints_.size(); ++i) add(i);
}

void Api::add(std::size_t place) {
  Node* node = &root_;
  for (std::string_view rest = endpoints_[place].route.path.substr(start.size()); !rest.empty();) {
    const std::string_view segment = take_segment(rest);
    auto& next = segment.front() == '{' ? node->parameter : node->literals[std::string(segment)];
    if (next == nullptr) next = std::make_unique<Node>();
    node = next.get();
  }
  node->ends_here.push_back(place);
}

/// Every way in which the path may be read, since one that begins like a literal may end as a
/// parameter's does.
void Api::follow(const Node& node, std::optional<protocol::Method> method, std::string_view rest,
                 std::vector<std::string>& parameters, Match& match) const {
  if (rest.empty()) {
    for (const std::size_t place : node.ends_here) {
      const Endpoint& endpoint = endpoints_[place];
      if (!match.allow.empty()) match.allow += ", ";
      match.allow += base::name_of(endpoint.route.method);
      if (endpoint.route.method != method) continue;
      match.endpoint = &endpoint;
      match.parameters = parameters;
    }
    return;
  }
  const std::string_view segment = take_segment(rest);
  const auto literal = node.literals.find(segment);
  if (literal != node.literals.end()) follow(*literal->second, method, rest, parameters, match);
  if (node.parameter == nullptr) return;
  auto value = protocol::percent_decoded(segment);
  if (!value || value->empty()) return;
  parameters.push_back(std::move(*value));
  follow(*node.parameter, method, rest, parameters, match);
  parameters.pop_back();
}

Api::Match Api::match(std::optional<protocol::Method> method, std::string_view path) const {
  Match match;
  if (!path.starts_with(start) || path.ends_with('/')) return match;
  std::vector<std::string> parameters;
  follow(root_, method, path.substr(start.size()), parameters, match);
  return match;
}

protocol::Response Api::handle(const protocol::Request& request, Services& services) const {
  Match found = match(request.method, request.path);
  if (found.endpoint == nullptr) return refuse_method(request.path);
  const Endpoint& endpoint = *found.endpoint;
  if (const auto refused = refusal(request, endpoint.accepts, services)) {
    return to_response(*refused);
  }
  if (request.body.size() > endpoint.max_body_bytes) {
    return to_response(malformed("too many bytes"));
  }
  Call call{*this,
            request,
            std::move(found.parameters),
            nullptr,
            endpoint.max_body_bytes,
            endpoint.success_status};
  if (names_association(endpoint)) {
    const auto association = services.associations.find(call.parameters[0]);
    if (association == services.associations.end()) {
      return to_response(problem(ProblemCode::not_found));
    }
    call.association = &association->second;
  }
  return endpoint.handler(call, services);
}

protocol::Response Api::refuse_method(std::string_view path) const {
  const Match found = match(std::nullopt, path);
  if (found.allow.empty()) return to_response(problem(ProblemCode::not_found));
  protocol::Response response = to_response(problem(ProblemCode::method_not_allowed));
  response.allow = found.allow;
  return response;
}

std::string Api::path_for_log(std::string_view path) const {
  for (const Endpoint& endpoint : endpoints_) {
    if (auto hidden = protocol::path_without_secret(endpoint.route, path)) return *hidden;
  }
  return std::string(path);
}

Work Api::work_of(protocol::Method method, std::string_view path) const {
  const Match found = match(method, path);
  return found.endpoint == nullptr ? Work::ordinary : found.endpoint->work;
}

std::size_t Api::max_body_bytes(std::optional<protocol::Method> method,
                                std::string_view path) const {
  const Match found = match(method, path);
  return found.endpoint == nullptr ? protocol::max_ordinary_body_bytes
                                   : found.endpoint->max_body_bytes;
}

}  // namespace laurel::service::kernel

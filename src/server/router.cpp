#include "server/router.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <utility>

#include "base/codec.h"
#include "base/utf8.h"
#include "server/cookies.h"
#include "server/dev_mailbox.h"
#include "server/thrown.h"
#include "server/well_known.h"
#include "service/kernel/problem.h"

namespace laurel::server {
namespace {

using protocol::ProblemCode;

protocol::Request to_service(HttpRequest request, protocol::Method method,
                             const std::vector<std::string>& trusted_proxies) {
  protocol::Request out;
  out.method = method;
  out.path = request.path();
  out.content_type = request.header("Content-Type");
  out.origin = request.header("Origin");
  out.idempotency_key = request.header("Idempotency-Key");
  out.client_address = client_address(request, trusted_proxies);
  out.user_agent = request.header("User-Agent");
  out.cookies = parse_cookies(request.header("Cookie", "; "));
  out.body = std::move(request.body);
  return out;
}

protocol::Response handle_safely(const service::kernel::Api& api, const protocol::Request& request,
                                 service::kernel::Services& services) {
  try {
    return api.handle(request, services);
  } catch (const std::exception& thrown) {
    return service::kernel::to_response(service::kernel::unavailable(
        services, {base::ErrorCode::unavailable, name_of_thrown(thrown)}));
  }
}

}  // namespace

Router::Router(const service::kernel::Api& api, service::kernel::Services& services,
               const StaticSite& site, WorkerPool& workers, WorkerPool& hashing_workers,
               WorkerPool& picture_workers, RouterSettings settings)
    : api_(api),
      services_(services),
      site_(site),
      workers_(workers),
      hashing_workers_(hashing_workers),
      picture_workers_(picture_workers),
      settings_(std::move(settings)) {}

void Router::respond(HttpRequest request, const Answer& answer) {
  if (request.target.rfind("/api/", 0) == 0) return respond_api(request, answer);
  if (auto mailbox = dev_mailbox_reply(request, api_, services_))
    return answer(std::move(*mailbox));
  if (auto known = well_known_reply(request, services_)) return answer(std::move(*known));
  answer(site_.reply(request));
}

void Router::respond_api(const HttpRequest& request, const Answer& answer) {
  const auto method = base::enum_named<protocol::Method>(request.method);
  if (!method) return answer(to_http(api_.refuse_method(request.path())));

  // Shared, since std::function asks for tasks that can be copied.
  const auto inner = std::make_shared<const protocol::Request>(
      to_service(request, *method, settings_.trusted_proxies));
  auto task = [this, inner, kept = request.header("If-None-Match"), answer] {
    answer(to_http(handle_safely(api_, *inner, services_), kept));
  };
  const bool taken = pool_for(*inner).submit(std::move(task));
  if (!taken)
    answer(
        to_http(service::kernel::to_response(service::kernel::problem(ProblemCode::unavailable))));
}

WorkerPool& Router::pool_for(const protocol::Request& request) const {
  switch (api_.work_of(request.method, request.path)) {
    case service::kernel::Work::hashes_passwords: return hashing_workers_;
    case service::kernel::Work::decodes_pictures: return picture_workers_;
    case service::kernel::Work::ordinary: break;
  }
  return workers_;
}

std::string client_address(const HttpRequest& request,
                           const std::vector<std::string>& trusted_proxies) {
  const auto is_trusted = [&](std::string_view address) {
    return std::find(trusted_proxies.begin(), trusted_proxies.end(), address) !=
           trusted_proxies.end();
  };
  std::string address = request.peer_address;
  const std::string chain = request.header("X-Forwarded-For");
  std::string_view rest = chain;
  while (is_trusted(address) && !rest.empty()) {
    const std::size_t comma = rest.rfind(',');
    const std::size_t start = comma == std::string_view::npos ? 0 : comma + 1;
    address = std::string(base::trim(rest.substr(start)));
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(0, comma);
  }
  return address;
}

HttpReply to_http(const protocol::Response& response, std::string_view if_none_match) {
  HttpReply reply;
  reply.status = response.status;
  if (!response.content_type.empty()) {
    reply.headers.emplace_back("Content-Type", response.content_type);
  }
  const std::string tag = response.tag.empty() ? "" : "\"" + response.tag + "\"";
  reply.headers.emplace_back("Cache-Control", tag.empty() ? "no-store" : "private, no-cache");
  if (!tag.empty()) reply.headers.emplace_back("ETag", tag);
  reply.headers.emplace_back("X-Content-Type-Options", "nosniff");
  if (response.retry_after_s) {
    reply.headers.emplace_back("Retry-After", std::to_string(*response.retry_after_s));
  }
  if (!response.allow.empty()) reply.headers.emplace_back("Allow", response.allow);
  for (const protocol::SetCookie& cookie : response.cookies) {
    reply.headers.emplace_back("Set-Cookie", format_cookie(cookie));
  }
  if (!tag.empty() && names_tag(if_none_match, tag)) {
    reply.status = 304;
    return reply;
  }
  reply.body = std::make_shared<const std::string>(response.body);
  return reply;
}

}  // namespace laurel::server

#include "server/well_known.h"

#include <memory>
#include <string>

#include "server/security_headers.h"
#include "service/mail/links.h"

namespace laurel::server {
namespace {

std::string change_password_page(const service::kernel::Services& services) {
  if (services.associations.size() != 1) return services.config.public_address + "/change-password/";
  return service::mail::link_to(services, services.associations.begin()->second, "forgot-password");
}

}  // namespace

std::optional<HttpReply> well_known_reply(const HttpRequest& request,
                                          const service::kernel::Services& services) {
  if (request.path() != "/.well-known/change-password") return std::nullopt;
  if (request.method != "GET" && request.method != "HEAD") return std::nullopt;
  HttpReply reply;
  reply.status = 302;
  reply.headers = {{"Location", change_password_page(services)},
                   {"Content-Type", "text/plain; charset=utf-8"},
                   {"Cache-Control", "no-cache"}};
  add_security_headers(reply.headers);
  reply.body = std::make_shared<const std::string>("Found\n");
  return reply;
}

}  // namespace laurel::server

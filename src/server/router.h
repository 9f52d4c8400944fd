// From HTTP to the service and the site: everything under /api/ is the service's, run on threads;
// the rest are files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protocol/http.h"
#include "server/http_message.h"
#include "server/static_site.h"
#include "server/worker_pool.h"
#include "service/kernel/api.h"
#include "service/kernel/services.h"

namespace laurel::server {

struct RouterSettings {
  /// Addresses whose X-Forwarded-For header is believed; everybody else's is ignored.
  std::vector<std::string> trusted_proxies;
};

class Router {
 public:
  Router(const service::kernel::Api& api, service::kernel::Services& services,
         const StaticSite& site, WorkerPool& workers, WorkerPool& hashing_workers,
         WorkerPool& picture_workers, RouterSettings settings);

  void respond(HttpRequest request, const Answer& answer);

 private:
  void respond_api(const HttpRequest& request, const Answer& answer);
  [[nodiscard]] WorkerPool& pool_for(const protocol::Request& request) const;

  const service::kernel::Api& api_;
  service::kernel::Services& services_;
  const StaticSite& site_;
  WorkerPool& workers_;
  WorkerPool& hashing_workers_;  // for requests that hash passwords: about one for each processor
  WorkerPool& picture_workers_;  // for requests that decode pictures: one, for the memory's sake
  RouterSettings settings_;
};

/// The client's address: the socket's, or where that is a trusted proxy, the last address in
/// X-Forwarded-For that is none.
[[nodiscard]] std::string client_address(const HttpRequest& request,
                                         const std::vector<std::string>& trusted_proxies);

/// 304 where the request's If-None-Match says that the browser has what would be sent.
[[nodiscard]] HttpReply to_http(const protocol::Response& response,
                                std::string_view if_none_match = {});

}  // namespace laurel::server

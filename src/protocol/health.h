// Whether the server can work: what a load balancer asks.
#pragma once

#include <string>

#include "base/codec.h"
#include "protocol/endpoint.h"

namespace laurel::protocol {

struct HealthResponse {
  std::string status;  // "ok"; a server that cannot work answers with a problem

  static constexpr auto fields() {
    return std::tuple{base::field("status", &HealthResponse::status, {.max_bytes = 16})};
  }
};

// ---- endpoints ----

inline constexpr Endpoint<Audience::visitor, Nothing, HealthResponse> health{
    {Method::get, "/api/v1/health", "Whether the server can work", "readHealth", "service"}};

inline constexpr Endpoint<Audience::visitor, Nothing, Document> openapi{
    {Method::get, "/api/v1/openapi.json", "This description of the API", "readDescription",
     "service"}};

}  // namespace laurel::protocol

// Whether the server can work: what a load balancer asks.
#pragma once

#include <string>

#include "base/codec.h"

namespace laurel::protocol {

struct HealthResponse {
  std::string status;  // "ok"; a server that cannot work answers with a problem

  static constexpr auto fields() {
    return std::tuple{base::field("status", &HealthResponse::status, {.max_bytes = 16})};
  }
};

}  // namespace laurel::protocol

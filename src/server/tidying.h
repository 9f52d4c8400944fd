// The server's housekeeping beside answering requests: what is over is erased
// (service/store/expired_records.h).
//
//   const RepeatedWork tidying([&] { return tidy_up(services); });
#pragma once

#include <chrono>

#include "service/kernel/services.h"

namespace laurel::server {

/// Every minute; returns how long to wait. Failures go to the services' report.
[[nodiscard]] std::chrono::seconds tidy_up(service::kernel::Services& services);

}  // namespace laurel::server

// What laurel-server does besides serving, beside a server that runs on the same data or not; each
// feature's commands are in its folder here. Each returns the exit code of the program.
#pragma once

#include <functional>

#include "base/result.h"
#include "server/options.h"
#include "service/kernel/services.h"

namespace laurel::server {

/// Says what is wrong, and returns 1.
[[nodiscard]] int stop_with(const base::Error& error);

/// Runs the work on the data folder, which has to be there: a misspelt one would be an empty one.
[[nodiscard]] int with_services(const Options& options,
                                const service::kernel::Associations& associations,
                                const std::function<int(service::kernel::Services&)>& work);

}  // namespace laurel::server

// What staff does about the certificates that members have asked for
// (service/certificates/requests.h):
//
//   laurel-server requests list …
//   laurel-server requests approve ID… [--move] …
//   laurel-server requests decline ID… [--reason TEXT] …
//
// Each returns the exit code of the program: 1 where any of the ids was not decided.
#pragma once

#include "server/options.h"

namespace laurel::server {

[[nodiscard]] int list_requests(const Options& options);
[[nodiscard]] int decide_requests(const Options& options);

}  // namespace laurel::server

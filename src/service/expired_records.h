// Records whose time is over: sessions, links, budgets of tries, sent mails and whatever else has an
// index by_expiry. Nobody finds them any more, each use looks at its time by itself; they are erased
// so that no collection grows without bound.
//
//   // Now and then, beside the requests (server/tidying.h, and the demo's worker at its start):
//   const auto erased = service::erase_expired(services);
#pragma once

#include <cstddef>

#include "service/services.h"

namespace laurel::service {

/// In transactions of a few hundred, so that nobody waits long; where there are none, nothing is
/// written. How many there were. Errors: whatever the store says.
[[nodiscard]] base::Result<std::size_t> erase_expired(Services& services);

}  // namespace laurel::service

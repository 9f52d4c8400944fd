// Records whose time is over: sessions, links, budgets of tries, sent mails and whatever else has an
// index by_expiry. Nobody finds them any more, each use looks at its time by itself; they are erased
// so that no collection grows without bound.
//
//   // Now and then, beside the requests (server/tidying.h, and the demo's worker at its start):
//   const auto erased = store::erase_expired(services.store, schema::all_collections(), now);
#pragma once

#include <cstddef>
#include <span>

#include "base/result.h"
#include "base/time.h"
#include "ports/store.h"

namespace laurel::service::store {

/// Those of all the collections, in transactions of a few hundred, so that nobody waits long; where
/// there are none, nothing is written. How many there were. Errors: whatever the store says.
[[nodiscard]] base::Result<std::size_t> erase_expired(
    ports::Store& store, std::span<const ports::Collection> collections, base::Instant now);

}  // namespace laurel::service::store

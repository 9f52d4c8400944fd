// Old records in new indexes (service/store/reindex.h), of every feature.
//
//   // Before the first request:
//   if (const auto status = service::reindex(*store, entropy, report); !status) …
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "ports/entropy.h"
#include "ports/store.h"
#include "service/store/reindex.h"

namespace laurel::service {

/// Every collection whose records have keys.
[[nodiscard]] std::vector<store::RewrittenCollection> rewritten_collections();

[[nodiscard]] base::Status reindex(
    ports::Store& store, ports::Entropy& entropy,
    const std::function<void(std::string_view collection)>& on_rewrite);

}  // namespace laurel::service

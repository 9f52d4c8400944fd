#include "service/store/expired_records.h"

#include <algorithm>

#include "service/store/keys.h"

namespace laurel::service::store {
namespace {

constexpr std::size_t erased_at_once = 200;

base::Result<bool> has_expired(ports::Store& store, const ports::Collection& collection,
                               base::Instant now) {
  bool has_any = false;
  const auto status = store.read([&](ports::Transaction& transaction) -> base::Status {
    const auto expired = transaction.range(collection, by_expiry, "", expiry_key(now), 1);
    if (!expired) return tl::unexpected(expired.error());
    has_any = !expired->empty();
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return has_any;
}

base::Result<std::size_t> erase_some(ports::Store& store, const ports::Collection& collection,
                                     base::Instant now) {
  std::size_t erased = 0;
  const auto status = store.write([&](ports::Transaction& transaction) -> base::Status {
    const auto expired =
        transaction.range(collection, by_expiry, "", expiry_key(now), erased_at_once);
    if (!expired) return tl::unexpected(expired.error());
    erased = expired->size();
    for (const ports::Record& record : *expired) {
      if (auto done = transaction.erase(collection, record.id); !done) return done;
    }
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return erased;
}

}  // namespace

base::Result<std::size_t> erase_expired(ports::Store& store,
                                        std::span<const ports::Collection> collections,
                                        base::Instant now) {
  std::size_t total = 0;
  for (const ports::Collection& collection : collections) {
    const bool expires = std::any_of(
        collection.indexes.begin(), collection.indexes.end(),
        [](const ports::Index& index) { return index.name == by_expiry.name; });
    if (!expires) continue;
    const auto has_any = has_expired(store, collection, now);
    if (!has_any) return tl::unexpected(has_any.error());
    for (std::size_t erased = *has_any ? erased_at_once : 0; erased == erased_at_once;) {
      const auto some = erase_some(store, collection, now);
      if (!some) return tl::unexpected(some.error());
      erased = *some;
      total += erased;
    }
  }
  return total;
}

}  // namespace laurel::service::store

#include "service/kernel/reindex.h"

#include <array>

#include "service/kernel/idempotency.h"
#include "service/kernel/limits.h"
#include "service/kernel/schema.h"

namespace laurel::service::kernel {
namespace {

constexpr std::array table = {
    store::RewrittenCollection{schema::rate_buckets, store::rewrite<RateBucketRecord>},
    store::RewrittenCollection{schema::idempotency_keys, store::rewrite<IdempotencyRecord>},
};

}  // namespace

std::span<const store::RewrittenCollection> rewritten_collections() { return table; }

}  // namespace laurel::service::kernel

#include "service/kernel/limits.h"

#include <algorithm>

#include "domain/client_network.h"
#include "service/kernel/problem.h"
#include "service/kernel/tokens.h"
#include "service/store/records.h"

namespace laurel::service::kernel {

base::Result<std::optional<std::chrono::milliseconds>> charge(ports::Transaction& transaction,
                                                              const std::vector<Bucket>& buckets,
                                                              base::Instant now,
                                                              std::size_t tries) {
  std::optional<std::chrono::milliseconds> retry_after;
  std::vector<RateBucketRecord> paid;
  for (const Bucket& bucket : buckets) {
    const auto record = store::load<RateBucketRecord>(transaction, bucket.id);
    if (!record) return tl::unexpected(record.error());
    const auto state = *record ? domain::RateState((*record)->empty_at) : std::nullopt;
    domain::RateDecision decision{true, state, {}};
    for (std::size_t i = 0; i < tries && decision.allowed; ++i) {
      decision = domain::try_once(decision.state, now, bucket.limit);
    }
    if (!decision.allowed) {
      retry_after =
          std::max(decision.retry_after, retry_after.value_or(std::chrono::milliseconds(0)));
    } else {
      paid.push_back({bucket.id, *decision.state});
    }
  }
  if (retry_after) return retry_after;
  for (const RateBucketRecord& record : paid) {
    if (auto status = store::save(transaction, record); !status)
      return tl::unexpected(status.error());
  }
  const auto pruned = store::prune<RateBucketRecord>(transaction, now);
  if (!pruned) return tl::unexpected(pruned.error());
  return retry_after;
}

base::Status pay_back(ports::Transaction& transaction, const std::vector<Bucket>& buckets) {
  for (const Bucket& bucket : buckets) {
    const auto record = store::load<RateBucketRecord>(transaction, bucket.id);
    if (!record) return tl::unexpected(record.error());
    if (!*record) continue;
    const auto state = domain::give_back((*record)->empty_at, bucket.limit);
    if (auto status = store::save(transaction, RateBucketRecord{bucket.id, *state}); !status) {
      return status;
    }
  }
  return {};
}

Bucket network_bucket(Services& services, const protocol::Request& request, std::string_view what,
                      domain::RateLimit limit) {
  const std::string network = domain::client_network(request.client_address);
  return {hash_of(services, std::string(what) + " of network " + network), limit};
}

std::optional<Refusal> refused_by_limit(Services& services, const std::vector<Bucket>& buckets) {
  std::optional<std::chrono::milliseconds> retry_after;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    const auto charged = charge(transaction, buckets, services.clock.now());
    if (!charged) return tl::unexpected(charged.error());
    retry_after = *charged;
    return {};
  });
  if (!status) return unavailable(services, status.error());
  if (retry_after) return too_many_tries(*retry_after);
  return std::nullopt;
}

}  // namespace laurel::service::kernel

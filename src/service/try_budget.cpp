#include "service/try_budget.h"

#include <algorithm>

#include "domain/client_network.h"
#include "service/known_device.h"
#include "service/tokens.h"

namespace laurel::service {
namespace {

/// The buckets that pay, named by hashes.
base::Result<std::vector<Bucket>> choose_buckets(ports::Transaction& transaction, const Try& tried,
                                                 const std::optional<AccountRecord>& account,
                                                 Services& services) {
  if (tried.device_token_hash) {
    const auto device = load<DeviceRecord>(transaction, *tried.device_token_hash);
    if (!device) return tl::unexpected(device.error());
    if (account && *device && knows_password(**device, *account, services.clock.now())) {
      const std::string name = "device " + *tried.device_token_hash + " " + account->id();
      return std::vector{Bucket{hash_of(services, name), device_limit}};
    }
  }
  const std::string network = "network " + domain::client_network(tried.client_address);
  const std::string owner = "account " + email_key(tried.association, tried.email);
  return std::vector{Bucket{hash_of(services, network), network_limit},
                     Bucket{hash_of(services, owner), account_limit}};
}

}  // namespace

base::Result<std::optional<std::chrono::milliseconds>> charge(ports::Transaction& transaction,
                                                              const std::vector<Bucket>& buckets,
                                                              base::Instant now,
                                                              std::size_t tries) {
  std::optional<std::chrono::milliseconds> retry_after;
  std::vector<RateBucketRecord> paid;
  for (const Bucket& bucket : buckets) {
    const auto record = load<RateBucketRecord>(transaction, bucket.id);
    if (!record) return tl::unexpected(record.error());
    const auto state = *record ? domain::RateState((*record)->empty_at) : std::nullopt;
    domain::RateDecision decision{true, state, {}};
    for (std::size_t i = 0; i < tries && decision.allowed; ++i) {
      decision = domain::try_once(decision.state, now, bucket.limit);
    }
    if (!decision.allowed) {
      retry_after = std::max(decision.retry_after,
                             retry_after.value_or(std::chrono::milliseconds(0)));
    } else {
      paid.push_back({bucket.id, *decision.state});
    }
  }
  if (retry_after) return retry_after;
  for (const RateBucketRecord& record : paid) {
    if (auto status = save(transaction, record); !status) return tl::unexpected(status.error());
  }
  return retry_after;
}

base::Result<Payment> pay_for(const Try& tried, Services& services) {
  const base::Instant now = services.clock.now();
  Payment payment;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    payment = {};
    auto account = load_by<AccountRecord>(transaction, schema::by_email,
                                          email_key(tried.association, tried.email));
    if (!account) return tl::unexpected(account.error());
    payment.account = std::move(*account);
    auto buckets = choose_buckets(transaction, tried, payment.account, services);
    if (!buckets) return tl::unexpected(buckets.error());
    payment.buckets = std::move(*buckets);
    const auto retry_after = charge(transaction, payment.buckets, now);
    if (!retry_after) return tl::unexpected(retry_after.error());
    payment.retry_after = *retry_after;
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return payment;
}

base::Status pay_back(ports::Transaction& transaction, const std::vector<Bucket>& buckets) {
  for (const Bucket& bucket : buckets) {
    const auto record = load<RateBucketRecord>(transaction, bucket.id);
    if (!record) return tl::unexpected(record.error());
    if (!*record) continue;
    const auto state = domain::give_back((*record)->empty_at, bucket.limit);
    if (auto status = save(transaction, RateBucketRecord{bucket.id, *state}); !status) {
      return status;
    }
  }
  return {};
}

}  // namespace laurel::service

// How often something may be tried: each of those who pay for a try has a bucket (domain/rate_limit.h).
//
//   const auto retry_after = charge(transaction, {network_bucket(services, request, "searches",
//                                                                search_limit)}, now);
//   if (*retry_after) return too_many_tries(**retry_after);
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "domain/rate_limit.h"
#include "protocol/http.h"
#include "service/kernel/problem.h"
#include "service/kernel/schema.h"
#include "service/kernel/services.h"
#include "service/store/keys.h"

namespace laurel::service::kernel {

/// Tries of one network, account or device (domain/rate_limit.h).
struct RateBucketRecord {
  std::string bucket;  // a hash, so that neither addresses nor e-mails of strangers are kept
  base::Instant empty_at;

  static constexpr auto fields() {
    return std::tuple{base::field("bucket", &RateBucketRecord::bucket),
                      base::field("empty_at", &RateBucketRecord::empty_at)};
  }
  static const ports::Collection& collection() { return schema::rate_buckets; }
  [[nodiscard]] std::string id() const { return bucket; }
  [[nodiscard]] store::Keys keys() const { return {store::expiry_key(empty_at)}; }
};

struct Bucket {
  std::string id;
  domain::RateLimit limit;
};

/// Charges every bucket as many tries, or none of them and says how long to wait at least.
[[nodiscard]] base::Result<std::optional<std::chrono::milliseconds>> charge(
    ports::Transaction& transaction, const std::vector<Bucket>& buckets, base::Instant now,
    std::size_t tries = 1);

[[nodiscard]] base::Status pay_back(ports::Transaction& transaction,
                                    const std::vector<Bucket>& buckets);

/// One bucket for each client's network (domain/client_network.h); `what` is what is counted.
[[nodiscard]] Bucket network_bucket(Services& services, const protocol::Request& request,
                                    std::string_view what, domain::RateLimit limit);

/// Pays in a transaction of its own; what to answer where the limit is reached or the store down.
[[nodiscard]] std::optional<Refusal> refused_by_limit(
    Services& services, const std::vector<Bucket>& buckets);

}  // namespace laurel::service::kernel

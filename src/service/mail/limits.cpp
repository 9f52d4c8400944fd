#include "service/mail/limits.h"

#include "domain/client_network.h"
#include "service/kernel/problem.h"
#include "service/kernel/tokens.h"

namespace laurel::service {

Bucket network_bucket(Services& services, const protocol::Request& request, std::string_view what,
                      domain::RateLimit limit) {
  const std::string network = domain::client_network(request.client_address);
  return {hash_of(services, std::string(what) + " of network " + network), limit};
}

std::vector<Bucket> mail_buckets(Services& services, const protocol::Request& request,
                                 std::string_view purpose, std::string_view association,
                                 std::string_view email) {
  const std::string address =
      std::string(purpose) + " mails to " + email_key(association, email);
  return {network_bucket(services, request, "mails", mails_of_network_limit),
          Bucket{hash_of(services, address), mails_to_address_limit}};
}

std::optional<protocol::Response> refused_by_limit(Services& services,
                                                   const std::vector<Bucket>& buckets) {
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

}  // namespace laurel::service

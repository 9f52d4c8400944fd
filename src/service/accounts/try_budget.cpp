#include "service/accounts/try_budget.h"

#include "domain/client_network.h"
#include "service/accounts/known_device.h"
#include "service/kernel/tokens.h"
#include "service/store/records.h"

namespace laurel::service::accounts {
namespace {

/// The buckets that pay, named by hashes.
base::Result<std::vector<kernel::Bucket>> choose_buckets(
    ports::Transaction& transaction, const Try& tried, const std::optional<AccountRecord>& account,
    kernel::Services& services) {
  if (tried.device_token_hash) {
    const auto device = store::load<DeviceRecord>(transaction, *tried.device_token_hash);
    if (!device) return tl::unexpected(device.error());
    if (account && *device && knows_password(**device, *account, services.clock.now())) {
      const std::string name = "device " + *tried.device_token_hash + " " + account->id();
      return std::vector{kernel::Bucket{kernel::hash_of(services, name), device_limit}};
    }
  }
  const std::string network = "network " + domain::client_network(tried.client_address);
  const std::string owner = "account " + store::email_key(tried.association, tried.email);
  return std::vector{kernel::Bucket{kernel::hash_of(services, network), network_limit},
                     kernel::Bucket{kernel::hash_of(services, owner), account_limit}};
}

}  // namespace

base::Result<Payment> pay_for(const Try& tried, kernel::Services& services) {
  const base::Instant now = services.clock.now();
  Payment payment;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    payment = {};
    auto account = store::load_by<AccountRecord>(transaction, schema::by_email,
                                                 store::email_key(tried.association, tried.email));
    if (!account) return tl::unexpected(account.error());
    payment.account = std::move(*account);
    auto buckets = choose_buckets(transaction, tried, payment.account, services);
    if (!buckets) return tl::unexpected(buckets.error());
    payment.buckets = std::move(*buckets);
    const auto retry_after = kernel::charge(transaction, payment.buckets, now);
    if (!retry_after) return tl::unexpected(retry_after.error());
    payment.retry_after = *retry_after;
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return payment;
}

}  // namespace laurel::service::accounts

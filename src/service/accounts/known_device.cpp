#include "service/accounts/known_device.h"

#include <algorithm>
#include <chrono>

#include "service/accounts/cookies.h"
#include "service/kernel/tokens.h"
#include "service/store/records.h"

namespace laurel::service::accounts {
namespace {

/// The longest that browsers keep a cookie (RFC 6265bis section 5.5).
constexpr std::chrono::hours device_kept_for{24 * 400};
constexpr std::size_t max_accounts_of_a_device = 8;

struct Device {
  std::string token;
  DeviceRecord record;
};

/// The one whose token the browser has, or a new one.
base::Result<Device> this_device(ports::Transaction& transaction, const kernel::Call& call,
                                 kernel::Services& services, const std::string& cookie_name) {
  if (const auto presented = kernel::presented_token_hash(call.request, cookie_name, services)) {
    auto known = store::load<DeviceRecord>(transaction, *presented);
    if (!known) return tl::unexpected(known.error());
    if (*known && (*known)->expires > services.clock.now()) {
      return Device{std::string(*protocol::find_cookie(call.request, cookie_name)),
                    std::move(**known)};
    }
  }
  Device device{kernel::new_token(services), {}};
  device.record.token_hash = kernel::hash_of(services, device.token);
  return device;
}

}  // namespace

base::Result<protocol::SetCookie> remember_device(ports::Transaction& transaction,
                                                  const kernel::Call& call,
                                                  kernel::Services& services,
                                                  const AccountRecord& account) {
  const std::string cookie_name = device_cookie_name(call.association->id);
  auto device = this_device(transaction, call, services, cookie_name);
  if (!device) return tl::unexpected(device.error());
  DeviceRecord& record = device->record;
  const base::Instant now = services.clock.now();
  record.expires = now + device_kept_for;
  std::erase_if(record.accounts, [&](const std::string& one) {
    return one.substr(0, one.find(' ')) == account.id();
  });
  record.accounts.push_back(account.password_key());
  if (record.accounts.size() > max_accounts_of_a_device) {
    record.accounts.erase(record.accounts.begin());
  }
  if (auto status = store::save(transaction, record); !status)
    return tl::unexpected(status.error());
  if (auto status = store::prune<DeviceRecord>(transaction, now); !status) {
    return tl::unexpected(status.error());
  }
  const auto age_s = std::chrono::duration_cast<std::chrono::seconds>(device_kept_for).count();
  return protocol::SetCookie{cookie_name, std::move(device->token), static_cast<long>(age_s)};
}

bool knows_password(const DeviceRecord& device, const AccountRecord& account, base::Instant now) {
  return device.expires > now &&
         std::find(device.accounts.begin(), device.accounts.end(), account.password_key()) !=
             device.accounts.end();
}

}  // namespace laurel::service::accounts

// What the backend works with: the ports, the associations' data and the configuration. Each host
// (server/, web/worker, a test) makes one and passes it to every call of `service::handle`.
//
//   const kernel::Associations associations = {{"ipma", ipma}};
//   kernel::Services services(store, clock, entropy, hasher, images, associations,
//                              {.allowed_origins = {"http://localhost:8080"}});
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "domain/association.h"
#include "domain/content.h"
#include "ports/clock.h"
#include "ports/entropy.h"
#include "ports/hasher.h"
#include "ports/images.h"
#include "ports/store.h"

namespace laurel::service::kernel {

/// By id.
using Associations = std::map<std::string, domain::Association, std::less<>>;

/// What the associations say on their desks, by the association's id.
using Contents = std::map<std::string, domain::Content, std::less<>>;

struct Config {
  /// Of the pages that may change something, as browsers write it: "https://my.ipma.example".
  std::vector<std::string> allowed_origins;
  /// Gets every failure that a client sees as "unavailable", for the log of whoever runs this. May
  /// be empty. Called from any thread that handles requests.
  std::function<void(const base::Error&)> report;
  /// Where the desk is, "https://my.ipma.example" or "https://ipma.example/desk": the start of every
  /// link in a mail. Empty: the first of the allowed origins.
  std::string public_address = {};
  /// Show every mail at /api/v1/dev/mailbox, to anybody: for development and the demo.
  bool dev_mailbox = false;
};

[[nodiscard]] inline Config with_public_address(Config config) {
  if (config.public_address.empty() && !config.allowed_origins.empty()) {
    config.public_address = config.allowed_origins.front();
  }
  while (config.public_address.ends_with('/')) config.public_address.pop_back();
  return config;
}

/// The idempotency keys of the requests that are being worked on. Threads share it.
class InFlight {
 public:
  [[nodiscard]] bool add(const std::string& key) {
    const std::lock_guard lock(mutex_);
    return keys_.insert(key).second;
  }
  void remove(const std::string& key) {
    const std::lock_guard lock(mutex_);
    keys_.erase(key);
  }

 private:
  std::mutex mutex_;
  std::set<std::string> keys_;
};

/// A password hash that belongs to nobody: verified for unknown members, so that their tries cost
/// what known members' tries cost. Made when it is first asked for. Threads share it.
class NobodysHash {
 public:
  [[nodiscard]] base::Result<std::string> get(ports::Hasher& hasher) {
    const std::lock_guard lock(mutex_);
    if (!phc_.empty()) return phc_;
    auto phc = hasher.hash_password("nobody");
    if (phc) phc_ = *phc;
    return phc;
  }

 private:
  std::mutex mutex_;
  std::string phc_;
};

struct Services {
  Services(ports::Store& store_port, ports::Clock& clock_port, ports::Entropy& entropy_port,
           ports::Hasher& hasher_port, ports::Images& images_port,
           const Associations& associations_data, Config configuration, Contents contents_data = {})
      : store(store_port), clock(clock_port), entropy(entropy_port), hasher(hasher_port),
        images(images_port), associations(associations_data),
        config(with_public_address(std::move(configuration))), contents(std::move(contents_data)) {}

  /// Empty where nobody has written any.
  [[nodiscard]] const domain::Content& content_of(const domain::Association& association) const {
    const auto found = contents.find(association.id);
    return found == contents.end() ? no_content : found->second;
  }

  ports::Store& store;
  ports::Clock& clock;
  ports::Entropy& entropy;
  ports::Hasher& hasher;
  ports::Images& images;
  const Associations& associations;
  const Config config;
  const Contents contents;
  const domain::Content no_content;
  InFlight in_flight;
  NobodysHash nobodys_hash;
};

}  // namespace laurel::service::kernel

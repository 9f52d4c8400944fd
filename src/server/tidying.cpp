#include "server/tidying.h"

#include "server/repeated_work.h"
#include "service/expired_records.h"

namespace laurel::server {
namespace {

/// Whoever guesses passwords from many networks makes some records with each try; in a minute they
/// are no more than the disk has room for.
constexpr std::chrono::seconds pause{60};

}  // namespace

std::chrono::seconds tidy_up(service::Services& services) {
  return guarded(services, "tidying up", [&]() -> base::Result<std::chrono::seconds> {
    const auto erased = service::erase_expired(services);
    if (!erased) return tl::unexpected(erased.error());
    return pause;
  });
}

}  // namespace laurel::server

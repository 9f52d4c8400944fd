#include "server/tidying.h"

#include "server/repeated_work.h"
#include "service/schema.h"
#include "service/store/expired_records.h"

namespace laurel::server {
namespace {

/// Whoever guesses passwords from many networks makes some records with each try; in a minute they
/// are no more than the disk has room for.
constexpr std::chrono::seconds pause{60};

}  // namespace

std::chrono::seconds tidy_up(service::kernel::Services& services) {
  return guarded(services, "tidying up", [&]() -> base::Result<std::chrono::seconds> {
    const auto erased = service::store::erase_expired(
        services.store, service::schema::all_collections(), services.clock.now());
    if (!erased) return tl::unexpected(erased.error());
    return pause;
  });
}

}  // namespace laurel::server

#include "protocol/health.h"

#include "service/handlers.h"
#include "service/schema.h"

namespace laurel::service {

protocol::Response read_health(const Call&, Services& services) {
  const auto status = services.store.read([](ports::Transaction& transaction) -> base::Status {
    const auto any = transaction.get(schema::accounts, "");
    if (!any) return tl::unexpected(any.error());
    return {};
  });
  if (!status) return unavailable(services, status.error());
  return reply(protocol::HealthResponse{"ok"});
}

}  // namespace laurel::service

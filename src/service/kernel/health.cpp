#include "protocol/health.h"

#include "service/kernel/call.h"
#include "service/kernel/handlers.h"
#include "service/kernel/problem.h"
#include "service/kernel/schema.h"
#include "service/kernel/services.h"

namespace laurel::service::kernel {

OrProblem<protocol::HealthResponse> read_health(const VisitorCall& /*call*/, Services& services) {
  const auto status = services.store.read([](ports::Transaction& transaction) -> base::Status {
    const auto any = transaction.get(schema::rate_buckets, "");
    if (!any) return tl::unexpected(any.error());
    return {};
  });
  if (!status) return unavailable(services, status.error());
  return protocol::HealthResponse{"ok"};
}

}  // namespace laurel::service::kernel

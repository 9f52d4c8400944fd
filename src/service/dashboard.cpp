#include "protocol/dashboard.h"

#include "service/current_session.h"
#include "service/handlers.h"
#include "service/linked_certificates.h"
#include "service/profile_records.h"

namespace laurel::service {

protocol::Response read_dashboard(const Call& call, Services& services) {
  const auto current = require_session(call, services);
  if (!current) return current.error();
  const domain::Member& member = current->account.member;
  const base::Date today = base::date_of(services.clock.now());
  protocol::DashboardResponse dashboard;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    const auto record = load_profile(transaction, member.id);
    if (!record) return tl::unexpected(record.error());
    auto certificates = linked_certificates(transaction, member.id, today);
    if (!certificates) return tl::unexpected(certificates.error());
    const domain::Profile& profile = record->profile;
    dashboard = {describe(member, profile), profile.country, profile.member_association,
                 std::move(*certificates)};
    return {};
  });
  if (!status) return unavailable(services, status.error());
  return reply(dashboard);
}

}  // namespace laurel::service

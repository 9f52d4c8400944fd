// The member's own profile. Two saves that began with the same revision: the second is refused, and
// nothing of it is written.
#include "protocol/members.h"

#include "service/accounts/current_session.h"
#include "service/kernel/call.h"
#include "service/kernel/idempotency.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/members/handlers.h"
#include "service/members/profile_check.h"
#include "service/members/profile_records.h"

namespace laurel::service::members {
namespace {

using protocol::ProblemCode;

protocol::ProfileResponse response_of(const ProfileRecord& record, const domain::Member& member,
                                      const domain::Content& content) {
  return {record.account, member.email,    record.profile,
          record.photo,   record.revision, missing_fields(record, content)};
}

}  // namespace

protocol::Response read_profile(const kernel::Call& call, kernel::Services& services) {
  const auto current = accounts::require_session(call, services);
  if (!current) return current.error();
  const domain::Member& member = current->account.member;
  protocol::Response response;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    const auto record = load_profile(transaction, member.id);
    if (!record) return tl::unexpected(record.error());
    response = kernel::reply(response_of(*record, member, services.content_of(*call.association)));
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  return response;
}

protocol::Response save_own_profile(const kernel::Call& call, kernel::Services& services) {
  const auto current = accounts::require_session(call, services);
  if (!current) return current.error();
  auto update = kernel::read_body<protocol::ProfileUpdate>(call);
  if (!update) return update.error();
  const domain::Content& content = services.content_of(*call.association);
  auto errors = check_profile(update->profile, content, base::date_of(services.clock.now()));
  if (!errors.empty()) return kernel::invalid(std::move(errors));
  const domain::Member& member = current->account.member;
  return kernel::once(call, services, member.id.value, base::encode_json(*update),
                      [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
                        auto record = load_profile(transaction, member.id);
                        if (!record) return tl::unexpected(record.error());
                        if (record->revision != update->revision)
                          return kernel::problem(ProblemCode::changed);
                        record->profile = update->profile;
                        ++record->revision;
                        if (auto saved = store::save(transaction, *record); !saved) {
                          return tl::unexpected(saved.error());
                        }
                        return kernel::reply(response_of(*record, member, content));
                      });
}

}  // namespace laurel::service::members

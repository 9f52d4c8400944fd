// The member's own profile. Two saves that began with the same revision: the second is refused, and
// nothing of it is written.
#include "protocol/members.h"

#include "service/accounts/member_call.h"
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

kernel::OrProblem<protocol::ProfileResponse> read_profile(const accounts::MemberCall& call,
                                                          kernel::Services& services) {
  const domain::Member& member = call.account.member;
  kernel::OrProblem<protocol::ProfileResponse> response;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    const auto record = load_profile(transaction, member.id);
    if (!record) return tl::unexpected(record.error());
    response = response_of(*record, member, services.content_of(*call.association));
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  return response;
}

kernel::OrProblem<protocol::ProfileResponse> save_own_profile(const accounts::MemberCall& call,
                                                              kernel::Services& services,
                                                              protocol::ProfileUpdate update) {
  const domain::Content& content = services.content_of(*call.association);
  auto errors = check_profile(update.profile, content, base::date_of(services.clock.now()));
  if (!errors.empty()) return kernel::invalid(std::move(errors));
  const domain::Member& member = call.account.member;
  return kernel::once<protocol::ProfileResponse>(
      call, services, member.id.value, base::encode_json(update),
      [&](ports::Transaction& transaction)
          -> base::Result<kernel::OrProblem<protocol::ProfileResponse>> {
        auto record = load_profile(transaction, member.id);
        if (!record) return tl::unexpected(record.error());
        if (record->revision != update.revision) return kernel::problem(ProblemCode::changed);
        record->profile = update.profile;
        ++record->revision;
        if (auto saved = save_profile(transaction, *record); !saved) {
          return tl::unexpected(saved.error());
        }
        return response_of(*record, member, content);
      });
}

}  // namespace laurel::service::members

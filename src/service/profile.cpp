// The member's own profile. Two saves that began with the same revision: the second is refused, and
// nothing of it is written.
#include "protocol/profile.h"

#include "service/current_session.h"
#include "service/handlers.h"
#include "service/idempotency.h"
#include "service/profile_check.h"
#include "service/profile_records.h"

namespace laurel::service {
namespace {

using protocol::ProblemCode;

protocol::ProfileResponse response_of(const ProfileRecord& record, const domain::Member& member,
                                      const domain::Content& content) {
  return {record.account, member.email,    record.profile,
          record.photo,   record.revision, missing_fields(record, content)};
}

}  // namespace

protocol::Response read_profile(const Call& call, Services& services) {
  const auto current = require_session(call, services);
  if (!current) return current.error();
  const domain::Member& member = current->account.member;
  protocol::Response response;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    const auto record = load_profile(transaction, member.id);
    if (!record) return tl::unexpected(record.error());
    response = reply(response_of(*record, member, services.content_of(*call.association)));
    return {};
  });
  if (!status) return unavailable(services, status.error());
  return response;
}

protocol::Response save_own_profile(const Call& call, Services& services) {
  const auto current = require_session(call, services);
  if (!current) return current.error();
  auto update = read_body<protocol::ProfileUpdate>(call);
  if (!update) return update.error();
  const domain::Content& content = services.content_of(*call.association);
  auto errors = check_profile(update->profile, content, base::date_of(services.clock.now()));
  if (!errors.empty()) return invalid(std::move(errors));
  const domain::Member& member = current->account.member;
  return once(call, services, member.id.value, base::encode_json(*update),
              [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
                auto record = load_profile(transaction, member.id);
                if (!record) return tl::unexpected(record.error());
                if (record->revision != update->revision) return problem(ProblemCode::changed);
                record->profile = update->profile;
                ++record->revision;
                if (auto saved = save(transaction, *record); !saved) {
                  return tl::unexpected(saved.error());
                }
                return reply(response_of(*record, member, content));
              });
}

}  // namespace laurel::service

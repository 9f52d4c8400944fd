// Members as other members see them, and a member's own profile as it would be seen.
#include "protocol/members.h"
#include "service/accounts/current_session.h"
#include "service/certificates/summaries.h"
#include "service/handlers.h"
#include "service/members/visible_profile.h"

namespace laurel::service {
namespace {

using protocol::ProblemCode;

/// `privacy` takes the place of the option that the member has chosen.
base::Result<protocol::VisibleProfile> page_of(ports::Transaction& transaction, Services& services,
                                               const ProfileRecord& record,
                                               const domain::Member& member,
                                               domain::Privacy privacy) {
  auto certificates =
      linked_certificates(transaction, member.id, base::date_of(services.clock.now()));
  if (!certificates) return tl::unexpected(certificates.error());
  return visible_profile(record, member.email, std::move(*certificates), privacy);
}

/// Nobody where the id is none of the association's.
base::Result<std::optional<AccountRecord>> find_member(ports::Transaction& transaction,
                                                       const Call& call, std::string_view id) {
  auto account = load<AccountRecord>(transaction, id);
  if (account && *account && (*account)->member.association != call.association->id) {
    return std::nullopt;
  }
  return account;
}

}  // namespace

protocol::Response preview_profile(const Call& call, Services& services) {
  const auto current = require_session(call, services);
  if (!current) return current.error();
  const auto privacy = base::enum_named<domain::Privacy>(call.parameters[1]);
  if (!privacy) return problem(ProblemCode::not_found);
  const domain::Member& member = current->account.member;
  protocol::Response response;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    const auto record = load_profile(transaction, member.id);
    if (!record) return tl::unexpected(record.error());
    const auto page = page_of(transaction, services, *record, member, *privacy);
    if (!page) return tl::unexpected(page.error());
    response = reply(*page);
    return {};
  });
  if (!status) return unavailable(services, status.error());
  return response;
}

protocol::Response read_member(const Call& call, Services& services) {
  const auto current = require_session(call, services);
  if (!current) return current.error();
  protocol::Response response;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    response = problem(ProblemCode::not_found);
    const auto account = find_member(transaction, call, call.parameters[1]);
    if (!account) return tl::unexpected(account.error());
    if (!*account) return {};
    const domain::Member& member = (*account)->member;
    const auto record = load_profile(transaction, member.id);
    if (!record) return tl::unexpected(record.error());
    const auto page = page_of(transaction, services, *record, member, record->profile.privacy);
    if (!page) return tl::unexpected(page.error());
    response = reply(*page);
    return {};
  });
  if (!status) return unavailable(services, status.error());
  return response;
}

}  // namespace laurel::service

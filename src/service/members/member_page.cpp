// Members as other members see them, and a member's own profile as it would be seen.
#include "protocol/members.h"
#include "service/accounts/member_call.h"
#include "service/accounts/records.h"
#include "service/kernel/call.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/members/handlers.h"
#include "service/members/profile_records.h"
#include "service/members/shown_certificates.h"
#include "service/members/visible_profile.h"
#include "service/store/records.h"

namespace laurel::service::members {
namespace {

using protocol::ProblemCode;

/// `privacy` takes the place of the option that the member has chosen.
base::Result<protocol::VisibleProfile> page_of(
    ports::Transaction& transaction, kernel::Services& services, CertificatesOf shown_certificates,
    const ProfileRecord& record, const domain::Member& member, domain::Privacy privacy) {
  auto certificates =
      shown_certificates(transaction, member.id, base::date_of(services.clock.now()));
  if (!certificates) return tl::unexpected(certificates.error());
  return visible_profile(record, member.email, std::move(*certificates), privacy);
}

/// Nobody where the id is none of the association's.
base::Result<std::optional<accounts::AccountRecord>> find_member(ports::Transaction& transaction,
                                                                 const kernel::Call& call,
                                                                 std::string_view id) {
  auto account = store::load<accounts::AccountRecord>(transaction, id);
  if (account && *account && (*account)->member.association != call.association->id) {
    return std::nullopt;
  }
  return account;
}

}  // namespace

kernel::OrProblem<protocol::VisibleProfile> preview_profile(const accounts::MemberCall& call,
                                                            kernel::Services& services,
                                                            CertificatesOf shown_certificates) {
  const auto privacy = base::enum_named<domain::Privacy>(call.parameters[1]);
  if (!privacy) return kernel::problem(ProblemCode::not_found);
  const domain::Member& member = call.account.member;
  kernel::OrProblem<protocol::VisibleProfile> response;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    const auto record = load_profile(transaction, member.id);
    if (!record) return tl::unexpected(record.error());
    const auto page = page_of(transaction, services, shown_certificates, *record, member, *privacy);
    if (!page) return tl::unexpected(page.error());
    response = *page;
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  return response;
}

kernel::OrProblem<protocol::VisibleProfile> read_member(const accounts::MemberCall& call,
                                                        kernel::Services& services,
                                                        CertificatesOf shown_certificates) {
  kernel::OrProblem<protocol::VisibleProfile> response;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    response = kernel::problem(ProblemCode::not_found);
    const auto account = find_member(transaction, call, call.parameters[1]);
    if (!account) return tl::unexpected(account.error());
    if (!*account) return {};
    const domain::Member& member = (*account)->member;
    const auto record = load_profile(transaction, member.id);
    if (!record) return tl::unexpected(record.error());
    const auto page = page_of(transaction, services, shown_certificates, *record, member,
                              record->profile.privacy);
    if (!page) return tl::unexpected(page.error());
    response = *page;
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  return response;
}

}  // namespace laurel::service::members

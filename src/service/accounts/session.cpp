#include "protocol/accounts/session.h"

#include <algorithm>

#include "service/accounts/cookies.h"
#include "service/accounts/handlers.h"
#include "service/accounts/member_call.h"
#include "service/accounts/membership.h"
#include "service/accounts/records.h"
#include "service/accounts/schema.h"
#include "service/kernel/call.h"
#include "service/kernel/idempotency.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/kernel/tokens.h"
#include "service/store/records.h"

namespace laurel::service::accounts {
namespace {

constexpr std::size_t max_listed = 200;

}  // namespace

kernel::OrProblem<protocol::SessionResponse> read_session(const MemberCall& call,
                                                          kernel::Services& services,
                                                          const Membership& membership) {
  const domain::Member& member = call.account.member;
  protocol::SessionResponse described;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    const auto name = membership.name_of(transaction, member.id);
    if (!name) return tl::unexpected(name.error());
    described = describe(member, *name);
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  return described;
}

kernel::OrProblem<kernel::WithCookies<protocol::NoContent>> sign_out(
    const kernel::VisitorCall& call, kernel::Services& services) {
  kernel::WithCookies<protocol::NoContent> signed_out;
  const std::string cookie_name = session_cookie_name(call.association->id);
  const auto token_hash = kernel::presented_token_hash(call.request, cookie_name, services);
  if (!token_hash) return signed_out;
  // The token is the scope: when the reply got lost, the session is gone but the cookie is not.
  const auto done = kernel::once<protocol::NoContent>(
      call, services, "sign-out " + *token_hash, "",
      [&](ports::Transaction& transaction) -> base::Result<kernel::OrProblem<protocol::NoContent>> {
        const auto erased = transaction.erase(schema::sessions, *token_hash);
        if (!erased) return tl::unexpected(erased.error());
        return protocol::NoContent{};
      });
  if (!done) return kernel::Refusal(done.error());
  signed_out.cookies = {kernel::removed_cookie(cookie_name)};
  return signed_out;
}

kernel::OrProblem<protocol::SessionsResponse> list_sessions(const MemberCall& call,
                                                            kernel::Services& services) {
  const base::Instant now = services.clock.now();
  protocol::SessionsResponse listed;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    listed.sessions.clear();
    const auto sessions = store::load_all<SessionRecord>(transaction, schema::by_account,
                                                         call.account.id(), max_listed);
    if (!sessions) return tl::unexpected(sessions.error());
    for (const SessionRecord& session : *sessions) {
      if (now >= session.end()) continue;
      listed.sessions.push_back({session.session_id, session.device, session.signed_in,
                                 session.last_seen,
                                 session.session_id == call.session.session_id});
    }
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  std::sort(listed.sessions.begin(), listed.sessions.end(), [](const auto& a, const auto& b) {
    if (a.last_seen != b.last_seen) return a.last_seen > b.last_seen;
    return a.session_id < b.session_id;
  });
  return listed;
}

kernel::OrProblem<kernel::WithCookies<protocol::NoContent>> revoke_session(
    const MemberCall& call, kernel::Services& services) {
  const std::string& wanted = call.parameters[1];
  const auto done = kernel::once<protocol::NoContent>(
      call, services, call.account.id(), "",
      [&](ports::Transaction& transaction) -> base::Result<kernel::OrProblem<protocol::NoContent>> {
        const auto session = store::load_by<SessionRecord>(transaction, schema::by_session, wanted);
        if (!session) return tl::unexpected(session.error());
        // Somebody else's session is answered like one that does not exist.
        if (!*session || !((*session)->account == call.account.member.id)) {
          return kernel::problem(protocol::ProblemCode::not_found);
        }
        if (auto erased = store::erase(transaction, **session); !erased) {
          return tl::unexpected(erased.error());
        }
        return protocol::NoContent{};
      });
  if (!done) return kernel::Refusal(done.error());
  kernel::WithCookies<protocol::NoContent> revoked;
  if (wanted == call.session.session_id) {
    revoked.cookies = {kernel::removed_cookie(session_cookie_name(call.association->id))};
  }
  return revoked;
}

}  // namespace laurel::service::accounts

#include "protocol/accounts/session.h"

#include <algorithm>

#include "service/accounts/cookies.h"
#include "service/accounts/current_session.h"
#include "service/accounts/handlers.h"
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

protocol::Response read_session(const kernel::Call& call, kernel::Services& services,
                                const Membership& membership) {
  const auto current = require_session(call, services);
  if (!current) return current.error();
  const domain::Member& member = current->account.member;
  protocol::SessionResponse described;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    const auto name = membership.name_of(transaction, member.id);
    if (!name) return tl::unexpected(name.error());
    described = describe(member, *name);
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  return kernel::reply(described);
}

protocol::Response sign_out(const kernel::Call& call, kernel::Services& services) {
  const std::string cookie_name = session_cookie_name(call.association->id);
  const auto token_hash = kernel::presented_token_hash(call.request, cookie_name, services);
  if (!token_hash) return kernel::no_content();
  // The token is the scope: when the reply got lost, the session is gone but the cookie is not.
  protocol::Response response =
      kernel::once(call, services, "sign-out " + *token_hash, "",
                   [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
                     const auto erased = transaction.erase(schema::sessions, *token_hash);
                     if (!erased) return tl::unexpected(erased.error());
                     return kernel::no_content();
                   });
  if (response.status == 204) response.cookies.push_back(kernel::removed_cookie(cookie_name));
  return response;
}

protocol::Response list_sessions(const kernel::Call& call, kernel::Services& services) {
  const auto current = require_session(call, services);
  if (!current) return current.error();
  const base::Instant now = services.clock.now();
  protocol::SessionsResponse listed;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    listed.sessions.clear();
    const auto sessions = store::load_all<SessionRecord>(transaction, schema::by_account,
                                                         current->account.id(), max_listed);
    if (!sessions) return tl::unexpected(sessions.error());
    for (const SessionRecord& session : *sessions) {
      if (now >= session.end()) continue;
      listed.sessions.push_back({session.session_id, session.device, session.signed_in,
                                 session.last_seen,
                                 session.session_id == current->session.session_id});
    }
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  std::sort(listed.sessions.begin(), listed.sessions.end(), [](const auto& a, const auto& b) {
    if (a.last_seen != b.last_seen) return a.last_seen > b.last_seen;
    return a.session_id < b.session_id;
  });
  return kernel::reply(listed);
}

protocol::Response revoke_session(const kernel::Call& call, kernel::Services& services) {
  const auto current = require_session(call, services);
  if (!current) return current.error();
  const std::string& wanted = call.parameters[1];
  protocol::Response response = kernel::once(
      call, services, current->account.id(), "",
      [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
        const auto session = store::load_by<SessionRecord>(transaction, schema::by_session, wanted);
        if (!session) return tl::unexpected(session.error());
        // Somebody else's session is answered like one that does not exist.
        if (!*session || !((*session)->account == current->account.member.id)) {
          return kernel::problem(protocol::ProblemCode::not_found);
        }
        if (auto erased = store::erase(transaction, **session); !erased) {
          return tl::unexpected(erased.error());
        }
        return kernel::no_content();
      });
  if (response.status == 204 && wanted == current->session.session_id) {
    response.cookies.push_back(kernel::removed_cookie(session_cookie_name(call.association->id)));
  }
  return response;
}

}  // namespace laurel::service::accounts

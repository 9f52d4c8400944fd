#include "protocol/accounts/session.h"

#include <algorithm>

#include "service/accounts/current_session.h"
#include "service/handlers.h"
#include "service/kernel/idempotency.h"
#include "service/kernel/tokens.h"
#include "service/members/profile_records.h"

namespace laurel::service {
namespace {

constexpr std::size_t max_listed = 200;

}  // namespace

protocol::Response read_session(const Call& call, Services& services) {
  const auto current = require_session(call, services);
  if (!current) return current.error();
  const domain::Member& member = current->account.member;
  protocol::SessionResponse described;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    const auto record = load_profile(transaction, member.id);
    if (!record) return tl::unexpected(record.error());
    described = describe(member, record->profile);
    return {};
  });
  if (!status) return unavailable(services, status.error());
  return reply(described);
}

protocol::Response sign_out(const Call& call, Services& services) {
  const std::string cookie_name = session_cookie_name(call.association->id);
  const auto token_hash = presented_token_hash(call.request, cookie_name, services);
  if (!token_hash) return no_content();
  // The token is the scope: when the reply got lost, the session is gone but the cookie is not.
  protocol::Response response =
      once(call, services, "sign-out " + *token_hash, "",
           [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
             const auto erased = transaction.erase(schema::sessions, *token_hash);
             if (!erased) return tl::unexpected(erased.error());
             return no_content();
           });
  if (response.status == 204) response.cookies.push_back(removed_cookie(cookie_name));
  return response;
}

protocol::Response list_sessions(const Call& call, Services& services) {
  const auto current = require_session(call, services);
  if (!current) return current.error();
  const base::Instant now = services.clock.now();
  protocol::SessionsResponse listed;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    listed.sessions.clear();
    const auto sessions = load_all<SessionRecord>(transaction, schema::by_account,
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
  if (!status) return unavailable(services, status.error());
  std::sort(listed.sessions.begin(), listed.sessions.end(), [](const auto& a, const auto& b) {
    if (a.last_seen != b.last_seen) return a.last_seen > b.last_seen;
    return a.session_id < b.session_id;
  });
  return reply(listed);
}

protocol::Response revoke_session(const Call& call, Services& services) {
  const auto current = require_session(call, services);
  if (!current) return current.error();
  const std::string& wanted = call.parameters[1];
  protocol::Response response =
      once(call, services, current->account.id(), "",
           [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
             const auto session = load_by<SessionRecord>(transaction, schema::by_session, wanted);
             if (!session) return tl::unexpected(session.error());
             // Somebody else's session is answered like one that does not exist.
             if (!*session || !((*session)->account == current->account.member.id)) {
               return problem(protocol::ProblemCode::not_found);
             }
             if (auto erased = erase(transaction, **session); !erased) {
               return tl::unexpected(erased.error());
             }
             return no_content();
           });
  if (response.status == 204 && wanted == current->session.session_id) {
    response.cookies.push_back(removed_cookie(session_cookie_name(call.association->id)));
  }
  return response;
}

}  // namespace laurel::service

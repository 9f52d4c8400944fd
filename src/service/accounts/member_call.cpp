#include "service/accounts/member_call.h"

#include "domain/session_policy.h"
#include "service/accounts/cookies.h"
#include "service/kernel/tokens.h"
#include "service/store/records.h"

namespace laurel::service::accounts {
namespace {

bool lasts(const SessionRecord& session, const kernel::Call& call, base::Instant now) {
  return session.association == call.association->id && now < session.end();
}

base::Result<std::optional<CurrentSession>> find_session(const kernel::Call& call,
                                                         kernel::Services& services,
                                                         const std::string& token_hash) {
  std::optional<CurrentSession> current;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    current.reset();
    auto session = store::load<SessionRecord>(transaction, token_hash);
    if (!session) return tl::unexpected(session.error());
    if (!*session || !lasts(**session, call, services.clock.now())) return {};
    auto account = store::load<AccountRecord>(transaction, (*session)->account.value);
    if (!account) return tl::unexpected(account.error());
    if (*account) current = CurrentSession{std::move(**session), std::move(**account)};
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return current;
}

/// A failure is reported and changes nothing for the member: what they asked for has been read.
void note_seen(const SessionRecord& session, const kernel::Call& call, kernel::Services& services) {
  const base::Instant now = services.clock.now();
  if (!domain::should_note_seen(session.last_seen, now)) return;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    auto latest = store::load<SessionRecord>(transaction, session.id());
    if (!latest) return tl::unexpected(latest.error());
    // Signed out in the meantime: saving would bring the session back.
    if (!*latest || !lasts(**latest, call, now)) return {};
    (*latest)->last_seen = now;
    return store::save(transaction, **latest);
  });
  if (!status && services.config.report) services.config.report(status.error());
}

}  // namespace

kernel::OrProblem<CurrentSession> require_session(const kernel::Call& call,
                                                  kernel::Services& services) {
  const auto token_hash = kernel::presented_token_hash(
      call.request, session_cookie_name(call.association->id), services);
  if (!token_hash) return kernel::problem(protocol::ProblemCode::not_signed_in);
  auto current = find_session(call, services, *token_hash);
  if (!current) return kernel::unavailable(services, current.error());
  if (!*current) return kernel::problem(protocol::ProblemCode::not_signed_in);
  note_seen((*current)->session, call, services);
  return std::move(**current);
}

kernel::OrProblem<MemberCall> admit_member(const kernel::Call& call, kernel::Services& services) {
  auto current = require_session(call, services);
  if (!current) return kernel::Refusal(current.error());
  return MemberCall{{call}, std::move(*current)};
}

kernel::OrProblem<ProvingCall> admit_proving_member(const kernel::Call& call,
                                                    kernel::Services& services) {
  auto presented = kernel::presented_token_hash(
      call.request, session_cookie_name(call.association->id), services);
  if (!presented) return kernel::problem(protocol::ProblemCode::not_signed_in);
  return ProvingCall{{call}, std::move(*presented)};
}

}  // namespace laurel::service::accounts

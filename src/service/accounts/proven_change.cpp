#include "service/accounts/proven_change.h"

#include "service/accounts/access.h"
#include "service/accounts/cookies.h"
#include "service/accounts/password_proof.h"
#include "service/kernel/idempotency.h"
#include "service/kernel/limits.h"
#include "service/kernel/tokens.h"
#include "service/store/records.h"

namespace laurel::service::accounts {
namespace {

using protocol::ProblemCode;

constexpr std::string_view password_field = "current_password";

/// What a request with this key has done before.
struct Earlier {
  bool done = false;
  bool key_reused = false;  // by another request
  std::optional<CurrentSession> current;  // while the session that it renewed lasts
};

struct ProvenAttempt {
  const kernel::Call& call;
  kernel::Services& services;
  const ProvenChange& change;
  std::optional<kernel::IdempotencyKey> key;
  bool repeated;
  CurrentSession current;
};

base::Status find_renewed(ports::Transaction& transaction, const std::string& session_id,
                          base::Instant now, Earlier& earlier) {
  auto session = store::load_by<SessionRecord>(transaction, schema::by_session, session_id);
  if (!session) return tl::unexpected(session.error());
  if (!*session || now >= (*session)->end()) return {};
  auto account = store::load<AccountRecord>(transaction, (*session)->account.value);
  if (!account) return tl::unexpected(account.error());
  if (*account) earlier.current = CurrentSession{std::move(**session), std::move(**account)};
  return {};
}

base::Result<Earlier> find_earlier(const std::optional<kernel::IdempotencyKey>& key,
                                   kernel::Services& services) {
  Earlier earlier;
  if (!key) return earlier;
  const base::Instant now = services.clock.now();
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    earlier = {};
    const auto record = kernel::find_record(transaction, *key, now);
    if (!record) return tl::unexpected(record.error());
    if (!*record) return {};
    earlier.done = true;
    earlier.key_reused = (*record)->fingerprint != key->fingerprint;
    return find_renewed(transaction, (*record)->session_id, now, earlier);
  });
  if (!status) return tl::unexpected(status.error());
  return earlier;
}

kernel::OrProblem<ProvenAttempt> begin(const kernel::Call& call, kernel::Services& services,
                                       const ProvenChange& change,
                                       std::optional<kernel::IdempotencyKey> key) {
  auto earlier = find_earlier(key, services);
  if (!earlier) return kernel::unavailable(services, earlier.error());
  if (earlier->key_reused) return kernel::problem(ProblemCode::key_reused);
  if (earlier->done) {
    if (!earlier->current) return kernel::problem(ProblemCode::not_signed_in);
    return ProvenAttempt{call,           services, change,
                         std::move(key), true,     std::move(*earlier->current)};
  }
  auto current = require_session(call, services);
  if (!current) return tl::unexpected(current.error());
  return ProvenAttempt{call, services, change, std::move(key), false, std::move(*current)};
}

/// What to answer where the form is wrong.
std::optional<kernel::Refusal> check(const ProvenAttempt& attempt) {
  auto errors = attempt.change.check(attempt.current);
  if (!errors) return kernel::unavailable(attempt.services, errors.error());
  if (attempt.change.current_password.empty()) {
    errors->push_back({std::string(password_field), protocol::FieldCode::missing});
  }
  if (!errors->empty()) return kernel::invalid(std::move(*errors));
  return std::nullopt;
}

/// The buckets that have paid, to be paid back; or what to answer where the password is wrong.
kernel::OrProblem<std::vector<kernel::Bucket>> prove(const ProvenAttempt& attempt) {
  kernel::Services& services = attempt.services;
  const protocol::Request& request = attempt.call.request;
  const std::string& association = attempt.call.association->id;
  const AccountRecord& account = attempt.current.account;
  auto paid = try_password(
      {association, account.member.email, request.client_address,
       kernel::presented_token_hash(request, device_cookie_name(association), services)},
      account.password_hash,
      attempt.repeated ? attempt.change.password_after : attempt.change.current_password, services);
  if (!paid) return tl::unexpected(std::move(paid.error()));
  if (*paid) return std::move(**paid);
  if (attempt.repeated) return kernel::problem(ProblemCode::key_reused);
  return kernel::invalid({{std::string(password_field), protocol::FieldCode::wrong}});
}

/// The browser's session as it is now. Nothing where it has ended since the password was verified,
/// which every change of the password sees to, or where another request has renewed it meanwhile.
base::Result<std::optional<CurrentSession>> still_current(ports::Transaction& transaction,
                                                          const ProvenAttempt& attempt) {
  auto session = store::load<SessionRecord>(transaction, attempt.current.session.id());
  if (!session) return tl::unexpected(session.error());
  if (!*session) return std::nullopt;
  auto account = store::load<AccountRecord>(transaction, attempt.current.account.id());
  if (!account) return tl::unexpected(account.error());
  if (!*account) return std::nullopt;
  return CurrentSession{std::move(**session), std::move(**account)};
}

base::Status renew(ports::Transaction& transaction, const ProvenAttempt& attempt,
                   SessionRecord& session, const std::string& token, base::Instant now) {
  if (auto status = store::erase(transaction, session); !status) return status;
  session.token_hash = kernel::hash_of(attempt.services, token);
  session.last_seen = now;
  if (auto status = store::save(transaction, session); !status) return status;
  if (attempt.repeated || !attempt.key) return {};
  return kernel::remember_token(transaction, *attempt.key, 200, session.session_id, now);
}

/// The one transaction of the change.
kernel::OrProblem<kernel::WithCookies<protocol::Done>> carry_out(
    const ProvenAttempt& attempt, const std::vector<kernel::Bucket>& paid) {
  kernel::Services& services = attempt.services;
  const base::Instant now = services.clock.now();
  const std::string token = kernel::new_token(services);
  kernel::OrProblem<kernel::WithCookies<protocol::Done>> response;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    auto current = still_current(transaction, attempt);
    if (!current) return tl::unexpected(current.error());
    if (!*current) {
      response = kernel::problem(ProblemCode::not_signed_in);
      return {};
    }
    if (!attempt.repeated) {
      auto refused = attempt.change.effect(transaction, (*current)->account);
      if (!refused) return tl::unexpected(refused.error());
      if (*refused) {
        response = std::move(**refused);
        return kernel::pay_back(transaction, paid);
      }
    }
    SessionRecord& session = (*current)->session;
    if (auto renewed = renew(transaction, attempt, session, token, now); !renewed) return renewed;
    response = kernel::WithCookies<protocol::Done>{{}, {session_cookie(session, token, now)}};
    return kernel::pay_back(transaction, paid);
  });
  if (!status) return kernel::unavailable(services, status.error());
  return response;
}

}  // namespace

kernel::OrProblem<kernel::WithCookies<protocol::Done>> change_with_password(
    const kernel::Call& call, kernel::Services& services, const ProvenChange& change) {
  // The token is the scope: where the reply got lost, the browser has the one from before.
  const std::string scope = std::string(change.purpose) + " " + change.presented;
  auto key = kernel::read_key(call, services, scope, change.body);
  if (!key) return kernel::Refusal(key.error());
  const kernel::KeyInUse in_use(services.in_flight, *key);
  if (!in_use.granted()) return kernel::problem(ProblemCode::conflict);

  const auto attempt = begin(call, services, change, *key);
  if (!attempt) return kernel::Refusal(attempt.error());
  if (!attempt->repeated) {
    if (auto wrong = check(*attempt)) return *wrong;
  }
  const auto paid = prove(*attempt);
  if (!paid) return kernel::Refusal(paid.error());
  if (!attempt->repeated && change.prepare) {
    if (const auto prepared = change.prepare(); !prepared) {
      return kernel::unavailable(services, prepared.error());
    }
  }
  return carry_out(*attempt, *paid);
}

}  // namespace laurel::service::accounts

// Signing in, in this order: pay for a try; verify the password, outside any transaction since that
// takes tens of milliseconds; then one transaction that makes the session. An unknown member costs
// the same reads, writes and hashes as a wrong password, and gets the same answer.
#include "base/utf8.h"
#include "domain/email.h"
#include "protocol/accounts/session.h"
#include "service/accounts/access.h"
#include "service/accounts/cookies.h"
#include "service/accounts/device_name.h"
#include "service/accounts/handlers.h"
#include "service/accounts/known_device.h"
#include "service/accounts/member_call.h"
#include "service/accounts/membership.h"
#include "service/accounts/records.h"
#include "service/accounts/schema.h"
#include "service/accounts/try_budget.h"
#include "service/kernel/call.h"
#include "service/kernel/idempotency.h"
#include "service/kernel/limits.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/kernel/tokens.h"
#include "service/store/keys.h"
#include "service/store/records.h"

namespace laurel::service::accounts {
namespace {

struct Attempt {
  const kernel::Call& call;
  const Membership& membership;
  protocol::SignInRequest body;
  std::string email;  // normalised
  base::Instant now;
  std::optional<kernel::IdempotencyKey> key;
  std::optional<std::string> device_hash;       // of the cookies that came along
  std::optional<std::string> old_session_hash;
};

/// A member whose password was right.
struct Verified {
  AccountRecord account;
  std::optional<std::string> stronger_hash;  // to take the place of the account's
  std::vector<kernel::Bucket> paid;
};

enum class Outcome {
  signed_in,
  wrong_credentials,
  key_reused,
  password_changed,  // since it was verified
};

struct Opened {
  Outcome outcome = Outcome::signed_in;
  protocol::SessionResponse member;  // where it is signed in
  SessionRecord session;             // the same
  protocol::SetCookie device;        // the same
};

Attempt make_attempt(const kernel::Call& call, kernel::Services& services,
                     const Membership& membership, protocol::SignInRequest body) {
  const std::string& association = call.association->id;
  std::string email =
      domain::parse_email(body.email).value_or(base::ascii_lower(base::trim(body.email)));
  return {call,
          membership,
          std::move(body),
          std::move(email),
          services.clock.now(),
          std::nullopt,
          kernel::presented_token_hash(call.request, device_cookie_name(association), services),
          kernel::presented_token_hash(call.request, session_cookie_name(association), services)};
}

/// What the password is verified against: the account's hash, or one that belongs to nobody.
base::Result<std::string> hash_to_verify(const std::optional<AccountRecord>& account,
                                         kernel::Services& services) {
  const auto nobodys = services.nobodys_hash.get(services.hasher);
  if (!nobodys) return nobodys;
  return account ? account->password_hash : *nobodys;
}

/// Nothing where the password is wrong or there is no account.
base::Result<std::optional<Verified>> verify(const std::optional<AccountRecord>& account,
                                             const std::string& password,
                                             kernel::Services& services) {
  const auto phc = hash_to_verify(account, services);
  if (!phc) return tl::unexpected(phc.error());
  const bool right = services.hasher.verify_password(*phc, password);
  if (!right || !account) return std::nullopt;
  Verified verified{*account, std::nullopt, {}};
  if (services.hasher.needs_rehash(*phc)) {
    auto stronger = services.hasher.hash_password(password);
    if (!stronger) return tl::unexpected(stronger.error());
    verified.stronger_hash = std::move(*stronger);
  }
  return verified;
}

/// The session to be saved: the one that the idempotency key made before, or a new one.
base::Result<SessionRecord> session_for(ports::Transaction& transaction, const Attempt& attempt,
                                        const std::optional<kernel::IdempotencyRecord>& earlier,
                                        const AccountRecord& account, kernel::Services& services) {
  if (earlier) {
    auto session =
        store::load_by<SessionRecord>(transaction, schema::by_session, earlier->session_id);
    if (!session) return tl::unexpected(session.error());
    if (*session) {
      if (auto erased = store::erase(transaction, **session); !erased) {
        return tl::unexpected(erased.error());
      }
      return std::move(**session);
    }
  }
  SessionRecord session;
  session.session_id = kernel::new_id(services);
  session.association = attempt.call.association->id;
  session.account = account.member.id;
  session.device = device_name(attempt.call.request.user_agent);
  session.remember = attempt.body.remember;
  session.signed_in = attempt.now;
  return session;
}

base::Status save_session(ports::Transaction& transaction, const Attempt& attempt,
                          SessionRecord& session, const std::string& token,
                          kernel::Services& services) {
  if (attempt.old_session_hash) {
    const auto ended = transaction.erase(schema::sessions, *attempt.old_session_hash);
    if (!ended) return ended;
  }
  session.token_hash = kernel::hash_of(services, token);
  session.last_seen = attempt.now;
  if (auto status = store::save(transaction, session); !status) return status;
  if (auto status = store::prune<SessionRecord>(transaction, attempt.now); !status) return status;
  if (!attempt.key) return {};
  return kernel::remember_token(transaction, *attempt.key, 200, session.session_id, attempt.now);
}

/// The one transaction that signs in. Fails only when the store does.
base::Result<Opened> open_session(const Attempt& attempt, const Verified& verified,
                                  const std::string& token, kernel::Services& services) {
  Opened opened;
  const auto stop = [&opened](Outcome reason) {
    opened.outcome = reason;
    return base::Status{};
  };
  const auto work = [&](ports::Transaction& transaction) -> base::Status {
    auto account = store::load<AccountRecord>(transaction, verified.account.id());
    if (!account) return tl::unexpected(account.error());
    if (!*account) return stop(Outcome::wrong_credentials);
    if ((*account)->password_hash != verified.account.password_hash) {
      return stop(Outcome::password_changed);
    }
    std::optional<kernel::IdempotencyRecord> earlier;
    if (attempt.key) {
      auto record = kernel::find_record(transaction, *attempt.key, attempt.now);
      if (!record) return tl::unexpected(record.error());
      earlier = std::move(*record);
      if (earlier && earlier->fingerprint != attempt.key->fingerprint) {
        return stop(Outcome::key_reused);
      }
    }
    const auto name = attempt.membership.name_of(transaction, (*account)->member.id);
    if (!name) return tl::unexpected(name.error());
    auto session = session_for(transaction, attempt, earlier, **account, services);
    if (!session) return tl::unexpected(session.error());
    if (verified.stronger_hash) {
      (*account)->password_hash = *verified.stronger_hash;
      if (auto status = store::save(transaction, **account); !status) return status;
    }
    auto status = save_session(transaction, attempt, *session, token, services);
    if (!status) return status;
    auto device = remember_device(transaction, attempt.call, services, **account);
    if (!device) return tl::unexpected(device.error());
    opened = {Outcome::signed_in, describe((*account)->member, *name), std::move(*session),
              std::move(*device)};
    return kernel::pay_back(transaction, verified.paid);
  };
  if (const auto status = services.store.write(work); !status) {
    return tl::unexpected(status.error());
  }
  return opened;
}

using SignedIn = kernel::WithCookies<protocol::SessionResponse>;

SignedIn signed_in(const Attempt& attempt, const Opened& opened, const std::string& token) {
  return {opened.member, {session_cookie(opened.session, token, attempt.now), opened.device}};
}

/// Verifies and opens the session; verifies again when the stored hash changed in between, which a
/// second sign-in at the same time does when it upgrades a weak hash.
kernel::OrProblem<SignedIn> verify_and_open(const Attempt& attempt, Payment payment,
                                            kernel::Services& services) {
  constexpr int rounds = 3;
  for (int round = 0; round < rounds; ++round) {
    auto verified = verify(payment.account, attempt.body.password, services);
    if (!verified) return kernel::unavailable(services, verified.error());
    if (!*verified) return kernel::problem(protocol::ProblemCode::wrong_credentials);
    (*verified)->paid = payment.buckets;
    const std::string token = kernel::new_token(services);
    const auto opened = open_session(attempt, **verified, token, services);
    if (!opened) return kernel::unavailable(services, opened.error());
    switch (opened->outcome) {
      case Outcome::signed_in:
        return signed_in(attempt, *opened, token);
      case Outcome::wrong_credentials:
        return kernel::problem(protocol::ProblemCode::wrong_credentials);
      case Outcome::key_reused:
        return kernel::problem(protocol::ProblemCode::key_reused);
      case Outcome::password_changed:
        break;
    }
    const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
      auto account = store::load<AccountRecord>(transaction, (*verified)->account.id());
      if (!account) return tl::unexpected(account.error());
      payment.account = std::move(*account);
      return {};
    });
    if (!status) return kernel::unavailable(services, status.error());
  }
  return kernel::problem(protocol::ProblemCode::unavailable);
}

}  // namespace

kernel::OrProblem<kernel::WithCookies<protocol::SessionResponse>> sign_in(
    const kernel::VisitorCall& call, kernel::Services& services, const Membership& membership,
    protocol::SignInRequest body) {
  Attempt attempt = make_attempt(call, services, membership, std::move(body));
  const std::string scope = "sign-in " + store::email_key(call.association->id, attempt.email);
  auto key =
      kernel::read_key(call, services, scope, base::encode_json_without_secrets(attempt.body));
  if (!key) return kernel::Refusal(key.error());
  attempt.key = std::move(*key);
  const kernel::KeyInUse in_use(services.in_flight, attempt.key);
  if (!in_use.granted()) return kernel::problem(protocol::ProblemCode::conflict);

  auto payment = pay_for({call.association->id, attempt.email, call.request.client_address,
                          attempt.device_hash},
                         services);
  if (!payment) return kernel::unavailable(services, payment.error());
  if (payment->retry_after) return kernel::too_many_tries(*payment->retry_after);
  return verify_and_open(attempt, std::move(*payment), services);
}

}  // namespace laurel::service::accounts

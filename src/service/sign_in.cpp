// Signing in, in this order: pay for a try; verify the password, outside any transaction since that
// takes tens of milliseconds; then one transaction that makes the session. An unknown member costs
// the same reads, writes and hashes as a wrong password, and gets the same answer.
#include <algorithm>
#include <chrono>

#include "base/utf8.h"
#include "domain/email.h"
#include "protocol/session.h"
#include "service/access.h"
#include "service/current_session.h"
#include "service/device_name.h"
#include "service/handlers.h"
#include "service/idempotency.h"
#include "service/profile_records.h"
#include "service/tokens.h"
#include "service/try_budget.h"

namespace laurel::service {
namespace {

using std::chrono::duration_cast;
using std::chrono::seconds;

/// The longest that browsers keep a cookie (RFC 6265bis section 5.5).
constexpr std::chrono::hours device_kept_for{24 * 400};
constexpr std::size_t max_accounts_of_a_device = 8;

struct Attempt {
  const Call& call;
  protocol::SignInRequest body;
  std::string email;  // normalised
  base::Instant now;
  std::optional<IdempotencyKey> key;
  std::optional<std::string> device_hash;       // of the cookies that came along
  std::optional<std::string> old_session_hash;
};

/// A member whose password was right.
struct Verified {
  AccountRecord account;
  std::optional<std::string> stronger_hash;  // to take the place of the account's
  std::vector<Bucket> paid;
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
};

struct NewTokens {
  std::string session;
  std::string device;
};

Attempt make_attempt(const Call& call, Services& services, protocol::SignInRequest body) {
  const std::string& association = call.association->id;
  std::string email =
      domain::parse_email(body.email).value_or(base::ascii_lower(base::trim(body.email)));
  return {call, std::move(body), std::move(email), services.clock.now(), std::nullopt,
          presented_token_hash(call.request, device_cookie_name(association), services),
          presented_token_hash(call.request, session_cookie_name(association), services)};
}

/// What the password is verified against: the account's hash, or one that belongs to nobody.
base::Result<std::string> hash_to_verify(const std::optional<AccountRecord>& account,
                                         Services& services) {
  const auto nobodys = services.nobodys_hash.get(services.hasher);
  if (!nobodys) return nobodys;
  return account ? account->password_hash : *nobodys;
}

/// Nothing where the password is wrong or there is no account.
base::Result<std::optional<Verified>> verify(const std::optional<AccountRecord>& account,
                                             const std::string& password, Services& services) {
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
                                        const std::optional<IdempotencyRecord>& earlier,
                                        const AccountRecord& account, Services& services) {
  if (earlier) {
    auto session = load_by<SessionRecord>(transaction, schema::by_session, earlier->session_id);
    if (!session) return tl::unexpected(session.error());
    if (*session) {
      if (auto erased = erase(transaction, **session); !erased) {
        return tl::unexpected(erased.error());
      }
      return std::move(**session);
    }
  }
  SessionRecord session;
  session.session_id = new_id(services);
  session.association = attempt.call.association->id;
  session.account = account.member.id;
  session.device = device_name(attempt.call.request.user_agent);
  session.remember = attempt.body.remember;
  session.signed_in = attempt.now;
  return session;
}

/// Remembers that the member has signed in with this browser. Changes `tokens.device` to the token
/// that the browser has already, where we know it.
base::Status remember_device(ports::Transaction& transaction, const Attempt& attempt,
                             const AccountRecord& account, NewTokens& tokens, Services& services) {
  DeviceRecord device;
  if (attempt.device_hash) {
    const auto known = load<DeviceRecord>(transaction, *attempt.device_hash);
    if (!known) return tl::unexpected(known.error());
    if (*known && (*known)->expires > attempt.now) {
      device = **known;
      const std::string name = device_cookie_name(attempt.call.association->id);
      tokens.device = *protocol::find_cookie(attempt.call.request, name);
    }
  }
  device.token_hash = hash_of(services, tokens.device);
  device.expires = attempt.now + device_kept_for;
  std::erase(device.accounts, account.member.id);
  device.accounts.push_back(account.member.id);
  if (device.accounts.size() > max_accounts_of_a_device) {
    device.accounts.erase(device.accounts.begin());
  }
  if (auto status = save(transaction, device); !status) return status;
  return prune<DeviceRecord>(transaction, attempt.now);
}

base::Status save_session(ports::Transaction& transaction, const Attempt& attempt,
                          SessionRecord& session, const NewTokens& tokens, Services& services) {
  if (attempt.old_session_hash) {
    const auto ended = transaction.erase(schema::sessions, *attempt.old_session_hash);
    if (!ended) return ended;
  }
  session.token_hash = hash_of(services, tokens.session);
  session.last_seen = attempt.now;
  if (auto status = save(transaction, session); !status) return status;
  if (auto status = prune<SessionRecord>(transaction, attempt.now); !status) return status;
  if (!attempt.key) return {};
  return remember_token(transaction, *attempt.key, 200, session.session_id, attempt.now);
}

/// The one transaction that signs in. Fails only when the store does.
base::Result<Opened> open_session(const Attempt& attempt, const Verified& verified,
                                  NewTokens& tokens, Services& services) {
  Opened opened;
  const NewTokens fresh = tokens;
  const auto stop = [&opened](Outcome reason) {
    opened.outcome = reason;
    return base::Status{};
  };
  const auto work = [&](ports::Transaction& transaction) -> base::Status {
    tokens = fresh;
    auto account = load<AccountRecord>(transaction, verified.account.id());
    if (!account) return tl::unexpected(account.error());
    if (!*account) return stop(Outcome::wrong_credentials);
    if ((*account)->password_hash != verified.account.password_hash) {
      return stop(Outcome::password_changed);
    }
    std::optional<IdempotencyRecord> earlier;
    if (attempt.key) {
      auto record = find_record(transaction, *attempt.key, attempt.now);
      if (!record) return tl::unexpected(record.error());
      earlier = std::move(*record);
      if (earlier && earlier->fingerprint != attempt.key->fingerprint) {
        return stop(Outcome::key_reused);
      }
    }
    const auto profile = load_profile(transaction, (*account)->member.id);
    if (!profile) return tl::unexpected(profile.error());
    auto session = session_for(transaction, attempt, earlier, **account, services);
    if (!session) return tl::unexpected(session.error());
    opened = {Outcome::signed_in, describe((*account)->member, profile->profile),
              std::move(*session)};
    if (verified.stronger_hash) {
      (*account)->password_hash = *verified.stronger_hash;
      if (auto status = save(transaction, **account); !status) return status;
    }
    auto status = save_session(transaction, attempt, opened.session, tokens, services);
    if (!status) return status;
    status = remember_device(transaction, attempt, **account, tokens, services);
    if (!status) return status;
    return pay_back(transaction, verified.paid);
  };
  if (const auto status = services.store.write(work); !status) {
    return tl::unexpected(status.error());
  }
  return opened;
}

protocol::Response signed_in(const Attempt& attempt, const Opened& opened,
                             const NewTokens& tokens) {
  const auto device_age_s = static_cast<long>(duration_cast<seconds>(device_kept_for).count());
  protocol::Response response = reply(opened.member);
  response.cookies = {
      session_cookie(opened.session, tokens.session, attempt.now),
      {device_cookie_name(attempt.call.association->id), tokens.device, device_age_s}};
  return response;
}

/// Verifies and opens the session; verifies again when the stored hash changed in between, which a
/// second sign-in at the same time does when it upgrades a weak hash.
protocol::Response verify_and_open(const Attempt& attempt, Payment payment, Services& services) {
  constexpr int rounds = 3;
  for (int round = 0; round < rounds; ++round) {
    auto verified = verify(payment.account, attempt.body.password, services);
    if (!verified) return unavailable(services, verified.error());
    if (!*verified) return problem(protocol::ProblemCode::wrong_credentials);
    (*verified)->paid = payment.buckets;
    NewTokens tokens{new_token(services), new_token(services)};
    const auto opened = open_session(attempt, **verified, tokens, services);
    if (!opened) return unavailable(services, opened.error());
    switch (opened->outcome) {
      case Outcome::signed_in:
        return signed_in(attempt, *opened, tokens);
      case Outcome::wrong_credentials:
        return problem(protocol::ProblemCode::wrong_credentials);
      case Outcome::key_reused:
        return problem(protocol::ProblemCode::key_reused);
      case Outcome::password_changed:
        break;
    }
    const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
      auto account = load<AccountRecord>(transaction, (*verified)->account.id());
      if (!account) return tl::unexpected(account.error());
      payment.account = std::move(*account);
      return {};
    });
    if (!status) return unavailable(services, status.error());
  }
  return problem(protocol::ProblemCode::unavailable);
}

}  // namespace

protocol::Response sign_in(const Call& call, Services& services) {
  auto body = read_body<protocol::SignInRequest>(call);
  if (!body) return body.error();
  Attempt attempt = make_attempt(call, services, std::move(*body));
  const std::string scope = "sign-in " + email_key(call.association->id, attempt.email);
  auto key = read_key(call, services, scope, base::encode_json_without_secrets(attempt.body));
  if (!key) return key.error();
  attempt.key = std::move(*key);
  const KeyInUse in_use(services.in_flight, attempt.key);
  if (!in_use.granted()) return problem(protocol::ProblemCode::conflict);

  auto payment = pay_for({call.association->id, attempt.email, call.request.client_address,
                          attempt.device_hash},
                         services);
  if (!payment) return unavailable(services, payment.error());
  if (payment->retry_after) return too_many_tries(*payment->retry_after);
  return verify_and_open(attempt, std::move(*payment), services);
}

}  // namespace laurel::service

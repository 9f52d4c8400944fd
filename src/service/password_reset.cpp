// A forgotten password. Known and unknown addresses get the same answer for the same writes and one
// mail each.
#include "protocol/password_reset.h"

#include <chrono>

#include "service/access.h"
#include "service/address_mail.h"
#include "service/form_check.h"
#include "service/handlers.h"
#include "service/idempotency.h"
#include "service/known_device.h"
#include "service/mail/messages.h"
#include "service/outbox.h"
#include "service/profile_records.h"
#include "service/tokens.h"

namespace laurel::service {
namespace {

using protocol::ProblemCode;

constexpr std::chrono::hours link_lasts{1};

/// Whose the address is. Both answers take as long (promise 3): where nobody has it, the account that
/// comes next is read instead, if it is not after the last one, and none is decoded.
base::Result<std::optional<domain::MemberId>> owner_of(ports::Transaction& transaction,
                                                       const std::string& address) {
  const auto found = transaction.range(schema::accounts, schema::by_email, address, "~", 1);
  if (!found) return tl::unexpected(found.error());
  if (found->empty()) return std::nullopt;
  const auto& keys = keys_in(found->front(), schema::accounts, schema::by_email);
  if (keys.front() != address) return std::nullopt;
  return domain::MemberId{found->front().id};
}

base::Status send_link(ports::Transaction& transaction, const Call& call, Services& services,
                       const std::string& email) {
  const std::string& association = call.association->id;
  const std::string address = email_key(association, email);
  const auto owner = owner_of(transaction, address);
  if (!owner) return tl::unexpected(owner.error());
  auto ended = erase_all<PasswordResetRecord>(transaction, schema::by_address, address);
  if (!ended) return ended;
  const base::Instant now = services.clock.now();
  const std::string token = new_token(services);
  const PasswordResetRecord link{hash_of(services, token), association, email, *owner,
                                 now + link_lasts};
  if (auto status = save(transaction, link); !status) return status;
  ports::Mail mail = *owner ? password_reset_mail(services, *call.association, token)
                            : no_account_mail(services, *call.association);
  return enqueue(transaction, services, std::move(mail), email);
}

/// Whose password a link may change; nobody's when it is used, too old or of another association.
base::Result<std::optional<AccountRecord>> account_of_link(ports::Transaction& transaction,
                                                           const Call& call, Services& services,
                                                           const std::string& token_hash) {
  const auto link = load<PasswordResetRecord>(transaction, token_hash);
  if (!link) return tl::unexpected(link.error());
  if (!*link || !(*link)->account || (*link)->association != call.association->id ||
      (*link)->expires <= services.clock.now()) {
    return std::nullopt;
  }
  return load<AccountRecord>(transaction, (*link)->account->value);
}

struct LinkOwner {
  AccountRecord account;
  ProfileRecord profile;
};

base::Result<std::optional<LinkOwner>> owner_of_link(ports::Transaction& transaction,
                                                     const Call& call, Services& services,
                                                     const std::string& token_hash) {
  auto account = account_of_link(transaction, call, services, token_hash);
  if (!account) return tl::unexpected(account.error());
  if (!*account) return std::nullopt;
  auto profile = load_profile(transaction, (*account)->member.id);
  if (!profile) return tl::unexpected(profile.error());
  return LinkOwner{std::move(**account), std::move(*profile)};
}

/// The hash of the new password, empty where the link leads to nobody; or what is wrong with it.
OrResponse<std::string> hash_new_password(const Call& call, Services& services,
                                          const std::string& password,
                                          const std::string& token_hash) {
  std::optional<LinkOwner> owner;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    auto found = owner_of_link(transaction, call, services, token_hash);
    if (!found) return tl::unexpected(found.error());
    owner = std::move(*found);
    return {};
  });
  if (!status) return tl::unexpected(unavailable(services, status.error()));
  if (!owner) return "";
  FieldErrors errors;
  const domain::Profile& profile = owner->profile.profile;
  check_password("password", password,
                 {profile.first_name, profile.last_name, owner->account.member.email},
                 *call.association, errors);
  if (!errors.empty()) return tl::unexpected(invalid(std::move(errors)));
  auto hash = services.hasher.hash_password(password);
  if (!hash) return tl::unexpected(unavailable(services, hash.error()));
  return std::move(*hash);
}

}  // namespace

protocol::Response create_password_reset(const Call& call, Services& services) {
  const auto body = read_body<protocol::PasswordResetRequest>(call);
  if (!body) return body.error();
  return mail_to_address(call, services, "password reset", body->email,
                         [&](ports::Transaction& transaction, const std::string& email) {
                           return send_link(transaction, call, services, email);
                         });
}

protocol::Response complete_password_reset(const Call& call, Services& services) {
  const auto body = read_body<protocol::PasswordResetCompletion>(call);
  if (!body) return body.error();
  const std::string token_hash = hash_of(services, body->token);
  const auto password_hash = hash_new_password(call, services, body->password, token_hash);
  if (!password_hash) return password_hash.error();
  std::optional<protocol::SetCookie> device;
  const auto effect = [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
    auto account = account_of_link(transaction, call, services, token_hash);
    if (!account) return tl::unexpected(account.error());
    if (!*account || password_hash->empty()) return problem(ProblemCode::gone);
    auto changed = replace_password(transaction, services, **account, *password_hash,
                                    password_changed_mail(services, *call.association));
    if (!changed) return tl::unexpected(changed.error());
    // So that guesses by others do not keep the member from signing in with it.
    auto remembered = remember_device(transaction, call, services, **account);
    if (!remembered) return tl::unexpected(remembered.error());
    device = std::move(*remembered);
    return done(200);
  };
  protocol::Response response =
      once(call, services, "choose password " + token_hash, "", effect);
  if (response.status == 200 && device) response.cookies.push_back(std::move(*device));
  return response;
}

}  // namespace laurel::service

// A forgotten password. Known and unknown addresses get the same answer for the same writes and one
// mail each.
#include "protocol/accounts/password_reset.h"

#include <chrono>

#include "service/accounts/access.h"
#include "service/accounts/address_mail.h"
#include "service/accounts/form_check.h"
#include "service/accounts/handlers.h"
#include "service/accounts/known_device.h"
#include "service/accounts/letters.h"
#include "service/accounts/link_records.h"
#include "service/accounts/membership.h"
#include "service/accounts/records.h"
#include "service/accounts/schema.h"
#include "service/kernel/call.h"
#include "service/kernel/idempotency.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/kernel/tokens.h"
#include "service/mail/outbox.h"
#include "service/store/keys.h"
#include "service/store/records.h"

namespace laurel::service::accounts {
namespace {

using protocol::ProblemCode;

constexpr std::chrono::hours reset_link_lasts{1};

/// Whose the address is. Both answers take as long (promise 3): where nobody has it, the account that
/// comes next is read instead, if it is not after the last one, and none is decoded.
base::Result<std::optional<domain::MemberId>> owner_of(ports::Transaction& transaction,
                                                       const std::string& address) {
  const auto found = transaction.range(schema::accounts, schema::by_email, address, "~", 1);
  if (!found) return tl::unexpected(found.error());
  if (found->empty() || found->front().keys.front() != address) return std::nullopt;
  return domain::MemberId{found->front().id};
}

base::Status send_link(ports::Transaction& transaction, const kernel::Call& call,
                       kernel::Services& services, const std::string& email) {
  const std::string& association = call.association->id;
  const std::string address = store::email_key(association, email);
  const auto owner = owner_of(transaction, address);
  if (!owner) return tl::unexpected(owner.error());
  auto ended = store::erase_all<PasswordResetRecord>(transaction, schema::by_address, address);
  if (!ended) return ended;
  const base::Instant now = services.clock.now();
  const std::string token = kernel::new_token(services);
  const PasswordResetRecord link{kernel::hash_of(services, token), association, email, *owner,
                                 now + reset_link_lasts};
  if (auto status = store::save(transaction, link); !status) return status;
  if (auto status = store::prune<PasswordResetRecord>(transaction, now); !status) return status;
  ports::Mail mail = *owner ? password_reset_mail(services, *call.association, token)
                            : no_account_mail(services, *call.association);
  return mail::enqueue(transaction, services, std::move(mail), email);
}

/// Whose password a link may change; nobody's when it is used, too old or of another association.
base::Result<std::optional<AccountRecord>> account_of_link(ports::Transaction& transaction,
                                                           const kernel::Call& call,
                                                           kernel::Services& services,
                                                           const std::string& token_hash) {
  const auto link = store::load<PasswordResetRecord>(transaction, token_hash);
  if (!link) return tl::unexpected(link.error());
  if (!*link || !(*link)->account || (*link)->association != call.association->id ||
      (*link)->expires <= services.clock.now()) {
    return std::nullopt;
  }
  return store::load<AccountRecord>(transaction, (*link)->account->value);
}

struct LinkOwner {
  AccountRecord account;
  PersonName name;
};

base::Result<std::optional<LinkOwner>> owner_of_link(ports::Transaction& transaction,
                                                     const kernel::Call& call,
                                                     kernel::Services& services,
                                                     const Membership& membership,
                                                     const std::string& token_hash) {
  auto account = account_of_link(transaction, call, services, token_hash);
  if (!account) return tl::unexpected(account.error());
  if (!*account) return std::nullopt;
  auto name = membership.name_of(transaction, (*account)->member.id);
  if (!name) return tl::unexpected(name.error());
  return LinkOwner{std::move(**account), std::move(*name)};
}

/// The hash of the new password, empty where the link leads to nobody; or what is wrong with it.
kernel::OrProblem<std::string> hash_new_password(const kernel::Call& call,
                                                 kernel::Services& services,
                                                 const Membership& membership,
                                                 const std::string& password,
                                                 const std::string& token_hash) {
  std::optional<LinkOwner> owner;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    auto found = owner_of_link(transaction, call, services, membership, token_hash);
    if (!found) return tl::unexpected(found.error());
    owner = std::move(*found);
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  if (!owner) return "";
  FieldErrors errors;
  check_password("password", password,
                 {owner->name.first_name, owner->name.last_name, owner->account.member.email},
                 *call.association, errors);
  if (!errors.empty()) return kernel::invalid(std::move(errors));
  auto hash = services.hasher.hash_password(password);
  if (!hash) return kernel::unavailable(services, hash.error());
  return std::move(*hash);
}

}  // namespace

kernel::OrProblem<protocol::Done> create_password_reset(
    const kernel::VisitorCall& call, kernel::Services& services,
    const protocol::PasswordResetRequest& body) {
  return mail_to_address(call, services, "password reset", body.email,
                         [&](ports::Transaction& transaction, const std::string& email) {
                           return send_link(transaction, call, services, email);
                         });
}

kernel::OrProblem<kernel::WithCookies<protocol::Done>> complete_password_reset(
    const kernel::VisitorCall& call, kernel::Services& services, const Membership& membership,
    const protocol::PasswordResetCompletion& body) {
  const std::string token_hash = kernel::hash_of(services, body.token);
  const auto password_hash =
      hash_new_password(call, services, membership, body.password, token_hash);
  if (!password_hash) return kernel::Refusal(password_hash.error());
  std::optional<protocol::SetCookie> device;
  const auto effect =
      [&](ports::Transaction& transaction) -> base::Result<kernel::OrProblem<protocol::Done>> {
    auto account = account_of_link(transaction, call, services, token_hash);
    if (!account) return tl::unexpected(account.error());
    if (!*account || password_hash->empty()) return kernel::problem(ProblemCode::gone);
    auto changed = replace_password(transaction, services, **account, *password_hash,
                                    password_changed_mail(services, *call.association));
    if (!changed) return tl::unexpected(changed.error());
    // So that guesses by others do not keep the member from signing in with it.
    auto remembered = remember_device(transaction, call, services, **account);
    if (!remembered) return tl::unexpected(remembered.error());
    device = std::move(*remembered);
    return protocol::Done{};
  };
  const auto done =
      kernel::once<protocol::Done>(call, services, "choose password " + token_hash, "", effect);
  if (!done) return kernel::Refusal(done.error());
  kernel::WithCookies<protocol::Done> reply;
  if (device) reply.cookies = {std::move(*device)};
  return reply;
}

}  // namespace laurel::service::accounts

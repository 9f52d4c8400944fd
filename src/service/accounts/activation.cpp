// The button on the page that the mail's link opens: from here on there is an account. Its address
// is proven, so the ticked certificates that the registry knows by this address become the member's.
//
// The link goes to whoever owns the address, and anybody may have registered with it, in the hope that
// the owner makes an account of which a stranger knows the password ("account pre-hijacking",
// Sudhodanan and Paverd, USENIX Security 2022). So the account is that of the registration whose token
// this browser has; without one, the password of the link's registration is asked for.
#include "protocol/accounts/registration.h"
#include "service/accounts/handlers.h"
#include "service/accounts/known_device.h"
#include "service/accounts/membership.h"
#include "service/accounts/password_proof.h"
#include "service/accounts/pending_registration.h"
#include "service/accounts/records.h"
#include "service/accounts/registration_records.h"
#include "service/accounts/schema.h"
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

using protocol::ProblemCode;

constexpr std::size_t max_of_an_address = 200;

/// What a link leads to, and what this browser has.
struct Linked {
  std::optional<RegistrationRecord> registration;  // nothing: the link works no more
  bool begun_here = false;  // it is this browser's, as the token of step 1 shows
};

/// How somebody has shown that a registration is theirs.
struct RegistrationProof {
  std::string registration_id;
  std::vector<kernel::Bucket> paid;  // where a password was tried
};

base::Result<std::optional<RegistrationRecord>> registration_of_link(
    ports::Transaction& transaction, const kernel::Call& call, kernel::Services& services,
    const std::string& activation_hash) {
  auto found =
      find_registration(transaction, call, services, activation_hash, schema::by_activation);
  if (!found || !*found) return found;
  const auto account = store::load_by<AccountRecord>(
      transaction, schema::by_email, store::email_key((*found)->association, (*found)->email));
  if (!account) return tl::unexpected(account.error());
  if (*account) return std::nullopt;
  return found;
}

/// This browser's registration, where it is one of the link's address; else the link's own.
base::Result<Linked> follow(ports::Transaction& transaction, const kernel::Call& call,
                            kernel::Services& services, const protocol::ActivationRequest& request,
                            const std::string& activation_hash) {
  auto linked = registration_of_link(transaction, call, services, activation_hash);
  if (!linked) return tl::unexpected(linked.error());
  if (!*linked || !request.registration) return Linked{std::move(*linked)};
  auto own = find_registration(transaction, call, services,
                               kernel::hash_of(services, *request.registration));
  if (!own) return tl::unexpected(own.error());
  const bool is_meant = *own && (*own)->completed && (*own)->email == (*linked)->email;
  if (!is_meant) return Linked{std::move(*linked)};
  return Linked{std::move(*own), true};
}

/// Nothing where the link works no more.
kernel::OrProblem<std::optional<RegistrationProof>> prove(
    const kernel::Call& call, kernel::Services& services,
    const protocol::ActivationRequest& request, const std::string& activation_hash) {
  Linked linked;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    auto found = follow(transaction, call, services, request, activation_hash);
    if (!found) return tl::unexpected(found.error());
    linked = std::move(*found);
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  if (!linked.registration) return std::nullopt;
  const RegistrationRecord& registration = *linked.registration;
  if (linked.begun_here) return RegistrationProof{registration.registration_id, {}};
  auto paid = prove_password({registration.association, registration.email,
                              call.request.client_address, std::nullopt},
                             registration.password_hash, request.password, services);
  if (!paid) return tl::unexpected(std::move(paid.error()));
  return RegistrationProof{registration.registration_id, std::move(*paid)};
}

AccountRecord account_of(const RegistrationRecord& registration, kernel::Services& services) {
  AccountRecord account;
  account.member = {domain::MemberId(kernel::new_id(services)), registration.association,
                    registration.email};
  account.password_hash = registration.password_hash;
  account.agreement = registration.agreement;
  return account;
}

/// Of everybody who has registered with this address.
base::Status forget_registrations(ports::Transaction& transaction, const std::string& association,
                                  const std::string& email) {
  const auto all = store::load_all<RegistrationRecord>(
      transaction, schema::by_address, store::email_key(association, email), max_of_an_address);
  if (!all) return tl::unexpected(all.error());
  for (const RegistrationRecord& one : *all) {
    if (auto status = store::erase(transaction, one); !status) return status;
  }
  return {};
}

base::Status make_account(ports::Transaction& transaction, kernel::Services& services,
                          const Membership& membership, const AccountRecord& account,
                          const RegistrationRecord& registration) {
  if (auto status = store::save(transaction, account); !status) return status;
  auto begun = membership.begin(transaction, services, account, registration);
  if (!begun) return begun;
  return forget_registrations(transaction, registration.association, registration.email);
}

/// Nothing where the link or the registration has been used since it was proven.
base::Result<std::optional<RegistrationRecord>> still_to_activate(
    ports::Transaction& transaction, const kernel::Call& call, kernel::Services& services,
    const std::string& activation_hash, const RegistrationProof& proof) {
  const auto linked = registration_of_link(transaction, call, services, activation_hash);
  if (!linked || !*linked) return linked;
  return store::load<RegistrationRecord>(transaction, proof.registration_id);
}

}  // namespace

kernel::OrProblem<kernel::WithCookies<protocol::Done>> activate(
    const kernel::VisitorCall& call, kernel::Services& services, const Membership& membership,
    const protocol::ActivationRequest& body) {
  const std::string activation_hash = kernel::hash_of(services, body.token);
  std::optional<RegistrationProof> proof;
  std::optional<protocol::SetCookie> device;
  const auto effect =
      [&](ports::Transaction& transaction) -> base::Result<kernel::OrProblem<protocol::Done>> {
    if (!proof) return kernel::problem(ProblemCode::gone);
    const auto registration =
        still_to_activate(transaction, call, services, activation_hash, *proof);
    if (!registration) return tl::unexpected(registration.error());
    if (!*registration) return kernel::problem(ProblemCode::gone);
    const AccountRecord account = account_of(**registration, services);
    if (auto made = make_account(transaction, services, membership, account, **registration);
        !made) {
      return tl::unexpected(made.error());
    }
    auto remembered = remember_device(transaction, call, services, account);
    if (!remembered) return tl::unexpected(remembered.error());
    device = std::move(*remembered);
    if (auto status = kernel::pay_back(transaction, proof->paid); !status) {
      return tl::unexpected(status.error());
    }
    return protocol::Done{};
  };
  const auto prepare = [&]() -> std::optional<kernel::Refusal> {
    auto proven = prove(call, services, body, activation_hash);
    if (!proven) return kernel::Refusal(std::move(proven.error()));
    proof = std::move(*proven);
    return std::nullopt;
  };
  const auto done = kernel::once<protocol::Done>(call, services, "activate " + activation_hash, "",
                                                 effect, prepare);
  if (!done) return kernel::Refusal(done.error());
  kernel::WithCookies<protocol::Done> reply;
  if (device) reply.cookies = {std::move(*device)};
  return reply;
}

}  // namespace laurel::service::accounts

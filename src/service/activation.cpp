// The button on the page that the mail's link opens: from here on there is an account. Its address
// is proven, so the ticked certificates that the registry knows by this address become the member's.
//
// The link goes to whoever owns the address, and anybody may have registered with it, in the hope that
// the owner makes an account of which a stranger knows the password ("account pre-hijacking",
// Sudhodanan and Paverd, USENIX Security 2022). So the account is that of the registration whose token
// this browser has; without one, the password of the link's registration is asked for.
#include "protocol/registration.h"
#include "service/certificate_links.h"
#include "service/handlers.h"
#include "service/idempotency.h"
#include "service/known_device.h"
#include "service/newsletter_subscription.h"
#include "service/password_proof.h"
#include "service/pending_registration.h"
#include "service/profile_records.h"
#include "service/tokens.h"

namespace laurel::service {
namespace {

using protocol::ProblemCode;

constexpr std::size_t max_of_an_address = 200;

/// What a link leads to, and what this browser has.
struct Linked {
  std::optional<RegistrationRecord> registration;  // nothing: the link works no more
  bool begun_here = false;  // it is this browser's, as the token of step 1 shows
};

/// How somebody has shown that a registration is theirs.
struct Proof {
  std::string registration_id;
  std::vector<Bucket> paid;  // where a password was tried
};

base::Result<std::optional<RegistrationRecord>> registration_of_link(
    ports::Transaction& transaction, const Call& call, Services& services,
    const std::string& activation_hash) {
  auto found =
      find_registration(transaction, call, services, activation_hash, schema::by_activation);
  if (!found || !*found) return found;
  const auto account = load_by<AccountRecord>(
      transaction, schema::by_email, email_key((*found)->association, (*found)->email));
  if (!account) return tl::unexpected(account.error());
  if (*account) return std::nullopt;
  return found;
}

/// This browser's registration, where it is one of the link's address; else the link's own.
base::Result<Linked> follow(ports::Transaction& transaction, const Call& call, Services& services,
                            const protocol::ActivationRequest& request,
                            const std::string& activation_hash) {
  auto linked = registration_of_link(transaction, call, services, activation_hash);
  if (!linked) return tl::unexpected(linked.error());
  if (!*linked || !request.registration) return Linked{std::move(*linked)};
  auto own =
      find_registration(transaction, call, services, hash_of(services, *request.registration));
  if (!own) return tl::unexpected(own.error());
  const bool is_meant = *own && (*own)->completed && (*own)->email == (*linked)->email;
  if (!is_meant) return Linked{std::move(*linked)};
  return Linked{std::move(*own), true};
}

/// Nothing where the link works no more.
OrResponse<std::optional<Proof>> prove(const Call& call, Services& services,
                                       const protocol::ActivationRequest& request,
                                       const std::string& activation_hash) {
  Linked linked;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    auto found = follow(transaction, call, services, request, activation_hash);
    if (!found) return tl::unexpected(found.error());
    linked = std::move(*found);
    return {};
  });
  if (!status) return tl::unexpected(unavailable(services, status.error()));
  if (!linked.registration) return std::nullopt;
  const RegistrationRecord& registration = *linked.registration;
  if (linked.begun_here) return Proof{registration.registration_id, {}};
  auto paid = prove_password({registration.association, registration.email,
                              call.request.client_address, std::nullopt},
                             registration.password_hash, request.password, services);
  if (!paid) return tl::unexpected(std::move(paid.error()));
  return Proof{registration.registration_id, std::move(*paid)};
}

AccountRecord account_of(const RegistrationRecord& registration, Services& services) {
  AccountRecord account;
  account.member = {domain::MemberId(new_id(services)), registration.association,
                    registration.email};
  account.password_hash = registration.password_hash;
  account.agreement = registration.agreement;
  return account;
}

/// Of everybody who has registered with this address.
base::Status forget_registrations(ports::Transaction& transaction, const std::string& association,
                                  const std::string& email) {
  const auto all = load_all<RegistrationRecord>(transaction, schema::by_address,
                                                email_key(association, email), max_of_an_address);
  if (!all) return tl::unexpected(all.error());
  for (const RegistrationRecord& one : *all) {
    if (auto status = erase(transaction, one); !status) return status;
  }
  return {};
}

base::Status make_account(ports::Transaction& transaction, Services& services,
                          const AccountRecord& account, const RegistrationRecord& registration) {
  if (auto status = save(transaction, account); !status) return status;
  const ProfileRecord profile =
      first_profile(account.member, registration.first_name, registration.last_name,
                    registration.country, "");
  if (auto status = save(transaction, profile); !status) return status;
  for (const std::string& number : registration.certificates) {
    const auto claimed = claim_certificate(transaction, services, account.member, number);
    if (!claimed) return tl::unexpected(claimed.error());
  }
  if (registration.newsletter) {
    auto status = subscribe(transaction, services, registration.association, registration.email);
    if (!status) return status;
  }
  return forget_registrations(transaction, registration.association, registration.email);
}

/// Nothing where the link or the registration has been used since it was proven.
base::Result<std::optional<RegistrationRecord>> still_to_activate(
    ports::Transaction& transaction, const Call& call, Services& services,
    const std::string& activation_hash, const Proof& proof) {
  const auto linked = registration_of_link(transaction, call, services, activation_hash);
  if (!linked || !*linked) return linked;
  return load<RegistrationRecord>(transaction, proof.registration_id);
}

}  // namespace

protocol::Response activate(const Call& call, Services& services) {
  const auto body = read_body<protocol::ActivationRequest>(call);
  if (!body) return body.error();
  const std::string activation_hash = hash_of(services, body->token);
  std::optional<Proof> proof;
  std::optional<protocol::SetCookie> device;
  const auto effect = [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
    if (!proof) return problem(ProblemCode::gone);
    const auto registration =
        still_to_activate(transaction, call, services, activation_hash, *proof);
    if (!registration) return tl::unexpected(registration.error());
    if (!*registration) return problem(ProblemCode::gone);
    const AccountRecord account = account_of(**registration, services);
    if (auto made = make_account(transaction, services, account, **registration); !made) {
      return tl::unexpected(made.error());
    }
    auto remembered = remember_device(transaction, call, services, account);
    if (!remembered) return tl::unexpected(remembered.error());
    device = std::move(*remembered);
    if (auto status = pay_back(transaction, proof->paid); !status) {
      return tl::unexpected(status.error());
    }
    return done(200);
  };
  const auto prepare = [&]() -> std::optional<protocol::Response> {
    auto proven = prove(call, services, *body, activation_hash);
    if (!proven) return std::move(proven.error());
    proof = std::move(*proven);
    return std::nullopt;
  };
  protocol::Response response =
      once(call, services, "activate " + activation_hash, "", effect, prepare);
  if (response.status == 200 && device) response.cookies.push_back(std::move(*device));
  return response;
}

}  // namespace laurel::service

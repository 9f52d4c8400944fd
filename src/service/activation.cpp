// The button on the page that the mail's link opens: from here on there is an account. Its address
// is proven, so the ticked certificates that the registry knows by this address become the member's.
#include "protocol/registration.h"
#include "service/certificate_links.h"
#include "service/handlers.h"
#include "service/idempotency.h"
#include "service/newsletter_subscription.h"
#include "service/pending_registration.h"
#include "service/profile_records.h"
#include "service/tokens.h"

namespace laurel::service {
namespace {

using protocol::ProblemCode;

base::Result<std::optional<RegistrationRecord>> registration_to_activate(
    ports::Transaction& transaction, const Call& call, Services& services,
    const std::string& token_hash) {
  auto found = load_by<RegistrationRecord>(transaction, schema::by_activation, token_hash);
  if (!found || !*found) return found;
  const RegistrationRecord& registration = **found;
  if (registration.association != call.association->id ||
      registration.expires <= services.clock.now()) {
    return std::nullopt;
  }
  const auto account =
      load_by<AccountRecord>(transaction, schema::by_email,
                             email_key(registration.association, registration.email));
  if (!account) return tl::unexpected(account.error());
  if (*account) return std::nullopt;
  return found;
}

AccountRecord account_of(const RegistrationRecord& registration, Services& services) {
  AccountRecord account;
  account.member = {domain::MemberId(new_id(services)), registration.association,
                    registration.email};
  account.password_hash = registration.password_hash;
  account.agreement = registration.agreement;
  return account;
}

base::Status make_account(ports::Transaction& transaction, Services& services,
                          const RegistrationRecord& registration) {
  const AccountRecord account = account_of(registration, services);
  if (auto status = save(transaction, account); !status) return status;
  const ProfileRecord profile =
      first_profile(account.member, registration.first_name, registration.last_name,
                    registration.country, "");
  if (auto status = save_profile(transaction, profile); !status) return status;
  for (const std::string& number : registration.certificates) {
    const auto claimed = claim_certificate(transaction, services, account.member, number);
    if (!claimed) return tl::unexpected(claimed.error());
  }
  if (registration.newsletter) {
    auto status = subscribe(transaction, services, registration.association, registration.email);
    if (!status) return status;
  }
  const auto all = registrations_of(transaction, registration.association, registration.email);
  if (!all) return tl::unexpected(all.error());
  for (const RegistrationRecord& one : *all) {
    if (auto status = erase(transaction, one); !status) return status;
  }
  return {};
}

}  // namespace

protocol::Response activate(const Call& call, Services& services) {
  const auto body = read_body<protocol::ActivationRequest>(call);
  if (!body) return body.error();
  const std::string token_hash = hash_of(services, body->token);
  return once(call, services, "activate " + token_hash, "",
              [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
                const auto registration =
                    registration_to_activate(transaction, call, services, token_hash);
                if (!registration) return tl::unexpected(registration.error());
                if (!*registration) return problem(ProblemCode::gone);
                auto made = make_account(transaction, services, **registration);
                if (!made) return tl::unexpected(made.error());
                return done(200);
              });
}

}  // namespace laurel::service

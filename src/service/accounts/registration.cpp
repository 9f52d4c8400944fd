// Becoming a member: step 1 keeps what was typed for a day, step 2 sends the mail. Nothing that is
// answered, hashed or written depends on whether the address has an account; the mail tells.
#include "protocol/accounts/registration.h"

#include <chrono>

#include "base/utf8.h"
#include "domain/registration.h"
#include "service/accounts/form_check.h"
#include "service/accounts/handlers.h"
#include "service/accounts/pending_registration.h"
#include "service/accounts/registration_records.h"
#include "service/kernel/call.h"
#include "service/kernel/idempotency.h"
#include "service/kernel/limits.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/kernel/tokens.h"
#include "service/mail/limits.h"
#include "service/store/keys.h"
#include "service/store/records.h"

namespace laurel::service::accounts {
namespace {

using protocol::ProblemCode;

constexpr domain::RateLimit registration_limit{20, std::chrono::minutes(1)};
constexpr domain::RateLimit mails_again_limit{3, std::chrono::minutes(20)};
constexpr std::string_view mail_purpose = "registration";  // the first mail and those sent again

FieldErrors check(protocol::RegistrationRequest& form, const domain::Association& association) {
  FieldErrors errors;
  form.first_name = base::trim(form.first_name);
  form.last_name = base::trim(form.last_name);
  check_name("first_name", form.first_name, errors);
  check_name("last_name", form.last_name, errors);
  form.email = check_email("email", form.email, errors);
  check_country("country", form.country, errors);
  check_password("password", form.password, {form.first_name, form.last_name, form.email},
                 association, errors);
  if (form.agreed_to.empty()) {
    errors.push_back({"agreed_to", protocol::FieldCode::missing});
  } else if (form.agreed_to != association.policies_version) {
    errors.push_back({"agreed_to", protocol::FieldCode::outdated});
  }
  return errors;
}

/// What was typed, under a new token. A registration that has gone on keeps what it has.
void fill(RegistrationRecord& record, const protocol::RegistrationRequest& form,
          const std::string& password_hash, base::Instant now) {
  if (record.completed) return;
  record.email = form.email;
  record.first_name = form.first_name;
  record.last_name = form.last_name;
  record.country = form.country;
  record.password_hash = password_hash;
  record.agreement = {form.agreed_to, now};
  record.expires = now + domain::registration_kept_for;
}

/// The registration that the idempotency key made before, or a new one.
base::Result<RegistrationRecord> registration_for(
    ports::Transaction& transaction, const std::optional<kernel::IdempotencyRecord>& earlier,
    const kernel::Call& call, kernel::Services& services) {
  if (earlier) {
    auto known = store::load<RegistrationRecord>(transaction, earlier->session_id);
    if (!known) return tl::unexpected(known.error());
    if (*known) return std::move(**known);
  }
  RegistrationRecord record;
  record.registration_id = kernel::new_id(services);
  record.association = call.association->id;
  return record;
}

/// As signing in, a repeat gives a new token: tokens are stored nowhere.
kernel::OrProblem<protocol::RegistrationResponse> open_registration(
    const kernel::Call& call, kernel::Services& services, const protocol::RegistrationRequest& form,
    const std::string& password_hash, const std::optional<kernel::IdempotencyKey>& key) {
  const base::Instant now = services.clock.now();
  const std::string token = kernel::new_token(services);
  bool reused = false;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    std::optional<kernel::IdempotencyRecord> earlier;
    if (key) {
      auto record = kernel::find_record(transaction, *key, now);
      if (!record) return tl::unexpected(record.error());
      earlier = std::move(*record);
      reused = earlier && earlier->fingerprint != key->fingerprint;
      if (reused) return {};
    }
    auto record = registration_for(transaction, earlier, call, services);
    if (!record) return tl::unexpected(record.error());
    fill(*record, form, password_hash, now);
    record->token_hash = kernel::hash_of(services, token);
    if (auto saved = store::save(transaction, *record); !saved) return saved;
    if (auto pruned = store::prune<RegistrationRecord>(transaction, now); !pruned) return pruned;
    if (!key) return {};
    return kernel::remember_token(transaction, *key, call.success_status, record->registration_id,
                                  now);
  });
  if (!status) return kernel::unavailable(services, status.error());
  if (reused) return kernel::problem(ProblemCode::key_reused);
  return protocol::RegistrationResponse{token};
}

}  // namespace

kernel::OrProblem<protocol::RegistrationResponse> create_registration(
    const kernel::VisitorCall& call, kernel::Services& services,
    protocol::RegistrationRequest form) {
  auto errors = check(form, *call.association);
  if (!errors.empty()) return kernel::invalid(std::move(errors));
  const std::string scope = "register " + store::email_key(call.association->id, form.email);
  const auto key =
      kernel::read_key(call, services, scope, base::encode_json_without_secrets(form));
  if (!key) return kernel::Refusal(key.error());
  const kernel::KeyInUse in_use(services.in_flight, *key);
  if (!in_use.granted()) return kernel::problem(ProblemCode::conflict);

  const auto bucket =
      kernel::network_bucket(services, call.request, "registrations", registration_limit);
  if (auto refused = kernel::refused_by_limit(services, {bucket})) return *refused;
  const auto password_hash = services.hasher.hash_password(form.password);
  if (!password_hash) return kernel::unavailable(services, password_hash.error());
  return open_registration(call, services, form, *password_hash, *key);
}

kernel::OrProblem<protocol::Done> complete_registration(
    const kernel::VisitorCall& call, kernel::Services& services,
    const protocol::RegistrationCompletion& completion) {
  const std::string token_hash = kernel::hash_of(services, completion.registration);
  return kernel::once<protocol::Done>(
      call, services, "complete " + token_hash, base::encode_json_without_secrets(completion),
      [&](ports::Transaction& transaction) -> base::Result<kernel::OrProblem<protocol::Done>> {
        auto registration = find_registration(transaction, call, services, token_hash);
        if (!registration) return tl::unexpected(registration.error());
        if (!*registration) return kernel::problem(ProblemCode::gone);
        (*registration)->certificates = completion.certificates;
        (*registration)->newsletter = completion.newsletter;
        if ((*registration)->completed) {  // the mail is on its way, what is ticked now counts
          if (auto saved = store::save(transaction, **registration); !saved) {
            return tl::unexpected(saved.error());
          }
          return protocol::Done{};
        }
        const auto retry_after =
            kernel::charge(transaction,
                           mail::mail_buckets(services, call.request, mail_purpose,
                                              call.association->id, (*registration)->email),
                           services.clock.now());
        if (!retry_after) return tl::unexpected(retry_after.error());
        if (*retry_after) return kernel::too_many_tries(**retry_after);
        (*registration)->completed = true;
        auto sent = send_activation(transaction, call, services, **registration);
        if (!sent) return tl::unexpected(sent.error());
        return protocol::Done{};
      });
}

kernel::OrProblem<protocol::Done> send_activation_again(
    const kernel::VisitorCall& call, kernel::Services& services,
    const protocol::ActivationMailRequest& body) {
  const std::string token_hash = kernel::hash_of(services, body.registration);
  return kernel::once<protocol::Done>(
      call, services, "activation mail " + token_hash, "",
      [&](ports::Transaction& transaction) -> base::Result<kernel::OrProblem<protocol::Done>> {
        auto registration = find_registration(transaction, call, services, token_hash);
        if (!registration) return tl::unexpected(registration.error());
        if (!*registration || !(*registration)->completed)
          return kernel::problem(ProblemCode::gone);
        auto buckets = mail::mail_buckets(services, call.request, mail_purpose,
                                          call.association->id, (*registration)->email);
        buckets.push_back(
            {kernel::hash_of(services, "mails again " + (*registration)->registration_id),
             mails_again_limit});
        const auto retry_after = kernel::charge(transaction, buckets, services.clock.now());
        if (!retry_after) return tl::unexpected(retry_after.error());
        if (*retry_after) return kernel::too_many_tries(**retry_after);
        auto sent = send_activation(transaction, call, services, **registration);
        if (!sent) return tl::unexpected(sent.error());
        return protocol::Done{};
      });
}

}  // namespace laurel::service::accounts

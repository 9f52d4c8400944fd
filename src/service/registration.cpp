// Becoming a member: step 1 keeps what was typed for a day, step 2 sends the mail. Nothing that is
// answered, hashed or written depends on whether the address has an account; the mail tells.
#include "protocol/registration.h"

#include <chrono>

#include "base/utf8.h"
#include "domain/registration.h"
#include "service/form_check.h"
#include "service/handlers.h"
#include "service/idempotency.h"
#include "service/mail/messages.h"
#include "service/mail_limits.h"
#include "service/outbox.h"
#include "service/pending_registration.h"
#include "service/registry.h"
#include "service/tokens.h"

namespace laurel::service {
namespace {

using protocol::ProblemCode;

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
base::Result<RegistrationRecord> registration_for(ports::Transaction& transaction,
                                                  const std::optional<IdempotencyRecord>& earlier,
                                                  const Call& call, Services& services) {
  if (earlier) {
    auto known = load<RegistrationRecord>(transaction, earlier->session_id);
    if (!known) return tl::unexpected(known.error());
    if (*known) return std::move(**known);
  }
  RegistrationRecord record;
  record.registration_id = new_id(services);
  record.association = call.association->id;
  return record;
}

/// As signing in, a repeat gives a new token: tokens are stored nowhere.
protocol::Response open_registration(const Call& call, Services& services,
                                     const protocol::RegistrationRequest& form,
                                     const std::string& password_hash,
                                     const std::optional<IdempotencyKey>& key) {
  const base::Instant now = services.clock.now();
  const std::string token = new_token(services);
  bool reused = false;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    std::optional<IdempotencyRecord> earlier;
    if (key) {
      auto record = find_record(transaction, *key, now);
      if (!record) return tl::unexpected(record.error());
      earlier = std::move(*record);
      reused = earlier && earlier->fingerprint != key->fingerprint;
      if (reused) return {};
    }
    auto record = registration_for(transaction, earlier, call, services);
    if (!record) return tl::unexpected(record.error());
    fill(*record, form, password_hash, now);
    record->token_hash = hash_of(services, token);
    if (auto saved = save(transaction, *record); !saved) return saved;
    if (!key) return {};
    return remember_token(transaction, *key, 201, record->registration_id, now);
  });
  if (!status) return unavailable(services, status.error());
  if (reused) return problem(ProblemCode::key_reused);
  protocol::Response response = reply(protocol::RegistrationResponse{token});
  response.status = 201;
  return response;
}

protocol::CertificateCandidate candidate_of(const domain::Certificate& certificate) {
  return {certificate.number, certificate.title,   domain::masked_name(certificate.owner_name),
          certificate.issuer, certificate.awarded, certificate.valid_until};
}

bool asks_for_something(const protocol::CertificateSearchRequest& search) {
  const auto typed = [](const std::optional<std::string>& text) {
    return text && !base::trim(*text).empty();
  };
  return typed(search.number) || typed(search.email) || search.awarded || search.valid_until;
}

/// By number alone: a date or an e-mail address would open the registry to everybody.
base::Result<protocol::CertificateSearchResponse> find_certificates(
    ports::Transaction& transaction, const std::string& association,
    const protocol::CertificateSearchRequest& search) {
  protocol::CertificateSearchResponse found;
  const auto records = certificates_by_number(transaction, association, search.number.value_or(""),
                                              {search.awarded, search.valid_until});
  if (!records) return tl::unexpected(records.error());
  for (const CertificateRecord& record : *records) {
    found.certificates.push_back(candidate_of(record.certificate));
  }
  return found;
}

}  // namespace

protocol::Response create_registration(const Call& call, Services& services) {
  auto form = read_body<protocol::RegistrationRequest>(call);
  if (!form) return form.error();
  auto errors = check(*form, *call.association);
  if (!errors.empty()) return invalid(std::move(errors));
  const std::string scope = "register " + email_key(call.association->id, form->email);
  const auto key = read_key(call, services, scope, base::encode_json_without_secrets(*form));
  if (!key) return key.error();
  const KeyInUse in_use(services.in_flight, *key);
  if (!in_use.granted()) return problem(ProblemCode::conflict);

  const auto bucket = network_bucket(services, call.request, "registrations", registration_limit);
  if (auto refused = refused_by_limit(services, {bucket})) return *refused;
  const auto password_hash = services.hasher.hash_password(form->password);
  if (!password_hash) return unavailable(services, password_hash.error());
  return open_registration(call, services, *form, *password_hash, *key);
}

protocol::Response search_certificates(const Call& call, Services& services) {
  const auto search = read_body<protocol::CertificateSearchRequest>(call);
  if (!search) return search.error();
  if (!asks_for_something(*search)) return invalid({{"number", protocol::FieldCode::missing}});
  const std::string token_hash = hash_of(services, search->registration);
  const std::vector<Bucket> buckets = {
      network_bucket(services, call.request, "searches", search_limit)};
  protocol::Response response;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    const auto retry_after = charge(transaction, buckets, services.clock.now());
    if (!retry_after) return tl::unexpected(retry_after.error());
    if (*retry_after) {
      response = too_many_tries(**retry_after);
      return {};
    }
    const auto registration = find_registration(transaction, call, services, token_hash);
    if (!registration) return tl::unexpected(registration.error());
    if (!*registration) {
      response = problem(ProblemCode::gone);
      return {};
    }
    const auto found = find_certificates(transaction, call.association->id, *search);
    if (!found) return tl::unexpected(found.error());
    response = reply(*found);
    return {};
  });
  if (!status) return unavailable(services, status.error());
  return response;
}

protocol::Response complete_registration(const Call& call, Services& services) {
  const auto completion = read_body<protocol::RegistrationCompletion>(call);
  if (!completion) return completion.error();
  const std::string token_hash = hash_of(services, completion->registration);
  return once(
      call, services, "complete " + token_hash, base::encode_json_without_secrets(*completion),
      [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
        auto registration = find_registration(transaction, call, services, token_hash);
        if (!registration) return tl::unexpected(registration.error());
        if (!*registration) return problem(ProblemCode::gone);
        (*registration)->certificates = completion->certificates;
        (*registration)->newsletter = completion->newsletter;
        if ((*registration)->completed) {  // the mail is on its way, what is ticked now counts
          if (auto saved = save(transaction, **registration); !saved) {
            return tl::unexpected(saved.error());
          }
          return done(202);
        }
        const auto retry_after =
            charge(transaction,
                   mail_buckets(services, call.request, mail_purpose, call.association->id,
                                (*registration)->email),
                   services.clock.now());
        if (!retry_after) return tl::unexpected(retry_after.error());
        if (*retry_after) return too_many_tries(**retry_after);
        (*registration)->completed = true;
        auto sent = send_activation(transaction, call, services, **registration);
        if (!sent) return tl::unexpected(sent.error());
        return done(202);
      });
}

protocol::Response send_activation_again(const Call& call, Services& services) {
  const auto body = read_body<protocol::ActivationMailRequest>(call);
  if (!body) return body.error();
  const std::string token_hash = hash_of(services, body->registration);
  return once(
      call, services, "activation mail " + token_hash, "",
      [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
        auto registration = find_registration(transaction, call, services, token_hash);
        if (!registration) return tl::unexpected(registration.error());
        if (!*registration || !(*registration)->completed) return problem(ProblemCode::gone);
        auto buckets = mail_buckets(services, call.request, mail_purpose, call.association->id,
                                    (*registration)->email);
        buckets.push_back({hash_of(services, "mails again " + (*registration)->registration_id),
                           mails_again_limit});
        const auto retry_after = charge(transaction, buckets, services.clock.now());
        if (!retry_after) return tl::unexpected(retry_after.error());
        if (*retry_after) return too_many_tries(**retry_after);
        auto sent = send_activation(transaction, call, services, **registration);
        if (!sent) return tl::unexpected(sent.error());
        return done(202);
      });
}

}  // namespace laurel::service

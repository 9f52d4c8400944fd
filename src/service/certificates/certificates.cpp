// A member's certificates: looking for them in the registry, claiming and listing them, and the page
// that verifies one.
#include "protocol/certificates.h"

#include <algorithm>

#include "base/utf8.h"
#include "domain/email.h"
#include "service/accounts/form_check.h"
#include "service/accounts/member_call.h"
#include "service/certificates/calendar.h"
#include "service/certificates/handlers.h"
#include "service/certificates/limits.h"
#include "service/certificates/links.h"
#include "service/certificates/records.h"
#include "service/certificates/registry.h"
#include "service/certificates/schema.h"
#include "service/kernel/call.h"
#include "service/kernel/idempotency.h"
#include "service/kernel/limits.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/kernel/tokens.h"
#include "service/mail/links.h"
#include "service/store/records.h"

namespace laurel::service::certificates {
namespace {

using protocol::ClaimState;
using protocol::ProblemCode;

constexpr std::size_t max_found = 20;

/// The client's network and the member both pay.
std::vector<kernel::Bucket> buckets_of(kernel::Services& services, const kernel::Call& call,
                                       const domain::Member& member, std::string_view what,
                                       domain::RateLimit limit) {
  return {
      kernel::network_bucket(services, call.request, what, limit),
      kernel::Bucket{kernel::hash_of(services, std::string(what) + " of member " + member.id.value),
                     limit}};
}

// ---- searching ----

/// What a member looks for. `email` is normalised.
struct Wanted {
  std::string number;
  std::optional<std::string> email;
  RegistryDays days;
};

kernel::OrProblem<Wanted> read_search(const protocol::MemberCertificateSearch& search) {
  Wanted wanted{std::string(base::trim(search.number.value_or(""))),
                std::nullopt,
                {search.awarded, search.valid_until}};
  if (!base::trim(search.email.value_or("")).empty()) {
    accounts::FieldErrors errors;
    wanted.email = accounts::check_email("email", *search.email, errors);
    if (!errors.empty()) return kernel::invalid(std::move(errors));
  }
  if (wanted.number.empty() && !wanted.email && !wanted.days.awarded && !wanted.days.valid_until) {
    return kernel::invalid({{"number", protocol::FieldCode::missing}});
  }
  return wanted;
}

protocol::MemberCertificateCandidate candidate_of(const domain::Certificate& certificate,
                                                  ClaimState state) {
  const bool in_full = state == ClaimState::linkable || state == ClaimState::linked;
  return {certificate.number,
          certificate.title,
          in_full ? certificate.owner_name : domain::masked_name(certificate.owner_name),
          certificate.issuer,
          certificate.awarded,
          certificate.valid_until,
          state};
}

/// By number all that the registry holds; otherwise, and where an address is typed as well, only what
/// it knows under the member's own. Any other address finds nothing, as one does that nobody has.
base::Result<protocol::MemberCertificateSearchResponse> find_for(ports::Transaction& transaction,
                                                                 const domain::Member& member,
                                                                 const Wanted& wanted) {
  protocol::MemberCertificateSearchResponse found;
  if (wanted.email && *wanted.email != member.email) return found;
  const bool own_alone = wanted.number.empty() || wanted.email;
  const auto records =
      wanted.number.empty()
          ? certificates_by_email(transaction, member.association, member.email, wanted.days)
          : certificates_by_number(transaction, member.association, wanted.number, wanted.days);
  if (!records) return tl::unexpected(records.error());
  for (const CertificateRecord& record : *records) {
    const auto standing = standing_of(transaction, member, record);
    if (!standing) return tl::unexpected(standing.error());
    if (own_alone && !standing->is_theirs) continue;
    if (found.certificates.size() == max_found) break;
    found.certificates.push_back(candidate_of(record.certificate, standing->state));
  }
  return found;
}

// ---- claiming ----

/// Each number once, in the order in which they came.
std::vector<std::string> without_repeats(const std::vector<std::string>& numbers) {
  std::vector<std::string> kept;
  for (const std::string& number : numbers) {
    if (std::find(kept.begin(), kept.end(), number) == kept.end()) kept.push_back(number);
  }
  return kept;
}

base::Result<protocol::CertificateClaimResponse> claim_all(
    ports::Transaction& transaction, kernel::Services& services, const domain::Member& member,
    const std::vector<std::string>& numbers) {
  protocol::CertificateClaimResponse response;
  for (const std::string& number : numbers) {
    const auto claimed = claim_certificate(transaction, services, member, number);
    if (!claimed) return tl::unexpected(claimed.error());
    if (!*claimed) continue;
    auto& list = **claimed == ClaimState::linked ? response.linked : response.requested;
    list.push_back(number);
  }
  return response;
}

// ---- listing ----

protocol::CertificateDetail detail_of(const kernel::Services& services,
                                      const domain::Association& association,
                                      const HeldCertificate& held, base::Date today) {
  const domain::Certificate& certificate = held.certificate;
  protocol::CertificateDetail detail;
  detail.number = certificate.number;
  detail.title = certificate.title;
  detail.owner = certificate.owner_name;
  detail.issuer = certificate.issuer;
  detail.awarded = certificate.awarded;
  detail.valid_until = certificate.valid_until;
  detail.state = domain::state_on(certificate, today);
  if (today <= certificate.valid_until) {
    detail.months_left = domain::months_left(certificate, today);
  }
  if (const auto window = domain::renewal_window(certificate)) {
    detail.recertify_until = window->until;
    detail.recertify_exceptionally_until = window->exceptionally_until;
  }
  detail.verification = held.link.verification.value_or("");
  detail.verification_address =
      mail::link_to(services, association, "verify/" + detail.verification);
  detail.level = certificate.level;
  detail.domain = certificate.domain;
  return detail;
}

}  // namespace

kernel::OrProblem<protocol::MemberCertificateSearchResponse> search_member_certificates(
    const accounts::MemberCall& call, kernel::Services& services,
    const protocol::MemberCertificateSearch& search) {
  const auto wanted = read_search(search);
  if (!wanted) return kernel::Refusal(wanted.error());
  const domain::Member& member = call.account.member;
  const auto buckets = buckets_of(services, call, member, "searches", search_limit);
  kernel::OrProblem<protocol::MemberCertificateSearchResponse> response;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    const auto retry_after = kernel::charge(transaction, buckets, services.clock.now());
    if (!retry_after) return tl::unexpected(retry_after.error());
    if (*retry_after) {
      response = kernel::too_many_tries(**retry_after);
      return {};
    }
    const auto found = find_for(transaction, member, *wanted);
    if (!found) return tl::unexpected(found.error());
    response = *found;
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  return response;
}

kernel::OrProblem<protocol::CertificateClaimResponse> claim_certificates(
    const accounts::MemberCall& call, kernel::Services& services,
    const protocol::CertificateClaim& claim) {
  const std::vector<std::string> numbers = without_repeats(claim.numbers);
  if (numbers.empty()) return kernel::invalid({{"numbers", protocol::FieldCode::missing}});
  const domain::Member& member = call.account.member;
  const auto buckets = buckets_of(services, call, member, "claims", claim_limit);
  return kernel::once<protocol::CertificateClaimResponse>(
      call, services, call.account.id(), base::encode_json(claim),
      [&](ports::Transaction& transaction)
          -> base::Result<kernel::OrProblem<protocol::CertificateClaimResponse>> {
        const auto retry_after =
            kernel::charge(transaction, buckets, services.clock.now(), numbers.size());
        if (!retry_after) return tl::unexpected(retry_after.error());
        if (*retry_after) return kernel::too_many_tries(**retry_after);
        const auto claimed = claim_all(transaction, services, member, numbers);
        if (!claimed) return tl::unexpected(claimed.error());
        return *claimed;
      });
}

kernel::OrProblem<protocol::CertificatesResponse> list_member_certificates(
    const accounts::MemberCall& call, kernel::Services& services) {
  const base::Date today = base::date_of(services.clock.now());
  protocol::CertificatesResponse listed;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    listed = {};
    const auto held = certificates_of(transaction, call.account.member.id);
    if (!held) return tl::unexpected(held.error());
    for (const HeldCertificate& one : *held) {
      listed.certificates.push_back(detail_of(services, *call.association, one, today));
    }
    auto pending = pending_claims(transaction, call.account.member.id);
    if (!pending) return tl::unexpected(pending.error());
    listed.pending = std::move(*pending);
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  return listed;
}

kernel::OrProblem<protocol::CalendarFile> read_calendar(const accounts::MemberCall& call,
                                                        kernel::Services& services) {
  const std::string id = certificate_key(call.association->id, call.parameters[1]);
  std::optional<domain::Certificate> certificate;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    certificate.reset();
    const auto link = store::load<LinkedCertificateRecord>(transaction, id);
    if (!link) return tl::unexpected(link.error());
    if (!*link || (*link)->account != call.account.member.id) return {};
    auto record = store::load<CertificateRecord>(transaction, id);
    if (!record) return tl::unexpected(record.error());
    if (*record) certificate = std::move((*record)->certificate);
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  if (!certificate) return kernel::problem(ProblemCode::not_found);
  return protocol::CalendarFile{
      calendar_file_name(*certificate),
      calendar_of(services, *call.association, *certificate, services.clock.now())};
}

kernel::OrProblem<protocol::VerificationResponse> read_verification(const kernel::VisitorCall& call,
                                                                    kernel::Services& services) {
  std::optional<domain::Certificate> certificate;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    certificate.reset();
    const auto link = store::load_by<LinkedCertificateRecord>(transaction, schema::by_verification,
                                                              call.parameters[1]);
    if (!link) return tl::unexpected(link.error());
    if (!*link) return {};
    auto record = store::load<CertificateRecord>(transaction, (*link)->certificate);
    if (!record) return tl::unexpected(record.error());
    if (*record) certificate = std::move((*record)->certificate);
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  if (!certificate || certificate->association != call.association->id) {
    return kernel::problem(ProblemCode::not_found);
  }
  return protocol::VerificationResponse{
      certificate->number, certificate->title, certificate->owner_name, certificate->issuer,
      certificate->awarded, certificate->valid_until,
      domain::state_on(*certificate, base::date_of(services.clock.now())), certificate->level,
      certificate->domain};
}

}  // namespace laurel::service::certificates

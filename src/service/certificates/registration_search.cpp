// Step 2 of registering: a visitor who has proven nothing looks for certificates.
#include <string>

#include "base/utf8.h"
#include "protocol/certificates.h"
#include "service/accounts/pending_registration.h"
#include "service/certificates/handlers.h"
#include "service/certificates/limits.h"
#include "service/certificates/records.h"
#include "service/certificates/registry.h"
#include "service/kernel/call.h"
#include "service/kernel/limits.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/kernel/tokens.h"

namespace laurel::service::certificates {
namespace {

using protocol::ProblemCode;

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

kernel::OrProblem<protocol::CertificateSearchResponse> search_certificates(
    const kernel::VisitorCall& call, kernel::Services& services,
    const protocol::CertificateSearchRequest& search) {
  if (!asks_for_something(search))
    return kernel::invalid({{"number", protocol::FieldCode::missing}});
  const std::string token_hash = kernel::hash_of(services, search.registration);
  const std::vector<kernel::Bucket> buckets = {
      kernel::network_bucket(services, call.request, "searches", search_limit)};
  kernel::OrProblem<protocol::CertificateSearchResponse> response;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    const auto retry_after = kernel::charge(transaction, buckets, services.clock.now());
    if (!retry_after) return tl::unexpected(retry_after.error());
    if (*retry_after) {
      response = kernel::too_many_tries(**retry_after);
      return {};
    }
    const auto registration = accounts::find_registration(transaction, call, services, token_hash);
    if (!registration) return tl::unexpected(registration.error());
    if (!*registration) {
      response = kernel::problem(ProblemCode::gone);
      return {};
    }
    const auto found = find_certificates(transaction, call.association->id, search);
    if (!found) return tl::unexpected(found.error());
    response = *found;
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  return response;
}

}  // namespace laurel::service::certificates

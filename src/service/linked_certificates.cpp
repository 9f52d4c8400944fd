#include "service/linked_certificates.h"

#include <algorithm>

namespace laurel::service {
namespace {

constexpr std::size_t max_certificates = 200;

protocol::CertificateSummary summary_of(const domain::Certificate& certificate, base::Date today) {
  return {certificate.number,  certificate.title,       certificate.issuer,
          certificate.awarded, certificate.valid_until, domain::state_on(certificate, today)};
}

void sort_newest_first(std::vector<protocol::CertificateSummary>& certificates) {
  std::sort(certificates.begin(), certificates.end(), [](const auto& a, const auto& b) {
    if (a.awarded != b.awarded) return a.awarded > b.awarded;
    return a.number < b.number;
  });
}

}  // namespace

base::Result<std::vector<protocol::CertificateSummary>> linked_certificates(
    ports::Transaction& transaction, const domain::MemberId& account, base::Date today) {
  std::vector<protocol::CertificateSummary> summaries;
  const auto links = load_all<LinkedCertificateRecord>(transaction, schema::by_account,
                                                       account.value, max_certificates);
  if (!links) return tl::unexpected(links.error());
  for (const LinkedCertificateRecord& link : *links) {
    const auto record = load<CertificateRecord>(transaction, link.certificate);
    if (!record) return tl::unexpected(record.error());
    if (*record) summaries.push_back(summary_of((*record)->certificate, today));
  }
  sort_newest_first(summaries);
  return summaries;
}

}  // namespace laurel::service

#include "service/certificates/summaries.h"

#include "service/certificates/links.h"

namespace laurel::service::certificates {

protocol::CertificateSummary summary_of(const domain::Certificate& certificate, base::Date today) {
  return {certificate.number,  certificate.title,       certificate.issuer,
          certificate.awarded, certificate.valid_until, domain::state_on(certificate, today)};
}

base::Result<std::vector<protocol::CertificateSummary>> linked_certificates(
    ports::Transaction& transaction, const domain::MemberId& account, base::Date today) {
  const auto held = certificates_of(transaction, account);
  if (!held) return tl::unexpected(held.error());
  std::vector<protocol::CertificateSummary> summaries;
  for (const HeldCertificate& one : *held) {
    summaries.push_back(summary_of(one.certificate, today));
  }
  return summaries;
}

}  // namespace laurel::service::certificates

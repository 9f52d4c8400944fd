#include "protocol/dashboard.h"

#include <algorithm>

#include "service/current_session.h"
#include "service/handlers.h"

namespace laurel::service {
namespace {

constexpr std::size_t max_certificates = 200;

protocol::CertificateSummary summary_of(const domain::Certificate& certificate, base::Date today) {
  return {certificate.number,  certificate.title,       certificate.issuer,
          certificate.awarded, certificate.valid_until, domain::state_on(certificate, today)};
}

/// The newest first; equal days by number, so that the order never depends on the store.
void sort_newest_first(std::vector<protocol::CertificateSummary>& certificates) {
  std::sort(certificates.begin(), certificates.end(), [](const auto& a, const auto& b) {
    if (a.awarded != b.awarded) return a.awarded > b.awarded;
    return a.number < b.number;
  });
}

base::Result<std::vector<protocol::CertificateSummary>> linked_certificates(
    Services& services, const domain::MemberId& account) {
  const base::Date today = base::date_of(services.clock.now());
  std::vector<protocol::CertificateSummary> summaries;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    summaries.clear();
    const auto links = load_all<LinkedCertificateRecord>(transaction, schema::by_account,
                                                         account.value, max_certificates);
    if (!links) return tl::unexpected(links.error());
    for (const LinkedCertificateRecord& link : *links) {
      const auto record = load<CertificateRecord>(transaction, link.certificate);
      if (!record) return tl::unexpected(record.error());
      if (*record) summaries.push_back(summary_of((*record)->certificate, today));
    }
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  sort_newest_first(summaries);
  return summaries;
}

}  // namespace

protocol::Response read_dashboard(const Call& call, Services& services) {
  const auto current = require_session(call, services);
  if (!current) return current.error();
  const domain::Member& member = current->account.member;
  auto certificates = linked_certificates(services, member.id);
  if (!certificates) return unavailable(services, certificates.error());
  return reply(protocol::DashboardResponse{describe(member), member.country,
                                           member.member_association, std::move(*certificates)});
}

}  // namespace laurel::service

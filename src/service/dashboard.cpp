#include "protocol/dashboard.h"

#include "service/certificate_links.h"
#include "service/current_session.h"
#include "service/handlers.h"

namespace laurel::service {
namespace {

protocol::CertificateSummary summary_of(const domain::Certificate& certificate, base::Date today) {
  return {certificate.number,  certificate.title,       certificate.issuer,
          certificate.awarded, certificate.valid_until, domain::state_on(certificate, today)};
}

base::Result<std::vector<protocol::CertificateSummary>> linked_certificates(
    Services& services, const domain::MemberId& account) {
  const base::Date today = base::date_of(services.clock.now());
  std::vector<protocol::CertificateSummary> summaries;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    summaries.clear();
    const auto held = certificates_of(transaction, account);
    if (!held) return tl::unexpected(held.error());
    for (const HeldCertificate& one : *held) {
      summaries.push_back(summary_of(one.certificate, today));
    }
    return {};
  });
  if (!status) return tl::unexpected(status.error());
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

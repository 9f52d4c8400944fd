#include "service/dashboard/notices.h"

#include <algorithm>

namespace laurel::service::dashboard {
namespace {

using domain::CertificateState;
using protocol::Notice;
using protocol::NoticeKind;

void add_certificates(const std::vector<domain::Certificate>& certificates, base::Date today,
                      std::vector<Notice>& notices) {
  bool all_expired = !certificates.empty();
  for (const domain::Certificate& certificate : certificates) {
    const CertificateState state = domain::state_on(certificate, today);
    if (state != CertificateState::expired) all_expired = false;
    if (state == CertificateState::expiring) {
      notices.push_back({NoticeKind::certificate_expiring, certificate.number, certificate.title,
                         certificate.valid_until});
    }
    const auto window = domain::renewal_window(certificate);
    if (state == CertificateState::recertification && window) {
      notices.push_back({NoticeKind::recertification_open, certificate.number, certificate.title,
                         window->until});
    }
  }
  // An old certificate beside one that is valid needs nobody's attention.
  if (all_expired) notices.push_back({NoticeKind::no_valid_certificate});
}

}  // namespace

std::vector<Notice> notices_of(const NoticeSources& sources, base::Date today) {
  std::vector<Notice> notices;
  add_certificates(sources.certificates, today, notices);
  const auto& missing = sources.missing;
  if (std::find(missing.begin(), missing.end(), "mobile") != missing.end()) {
    notices.push_back({NoticeKind::mobile_missing});
  }
  for (const protocol::PendingClaim& claim : sources.pending) {
    notices.push_back({NoticeKind::claim_pending, claim.number, claim.title,
                       base::date_of(claim.requested)});
  }
  std::stable_sort(notices.begin(), notices.end(), [](const Notice& a, const Notice& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.date < b.date;
  });
  return notices;
}

}  // namespace laurel::service::dashboard

// A member's certificates, as the dashboard and other members see them.
#pragma once

#include <vector>

#include "domain/member.h"
#include "ports/store.h"
#include "protocol/certificates.h"

namespace laurel::service::certificates {

[[nodiscard]] protocol::CertificateSummary summary_of(const domain::Certificate& certificate,
                                                      base::Date today);

/// The newest first; equal days by number, so that the order never depends on the store.
[[nodiscard]] base::Result<std::vector<protocol::CertificateSummary>> linked_certificates(
    ports::Transaction& transaction, const domain::MemberId& account, base::Date today);

}  // namespace laurel::service::certificates

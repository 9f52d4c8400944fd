// The certificates that a member's page shows, and that the directory's filter goes by. Their feature
// knows them; the assembly hands it in.
#pragma once

#include <vector>

#include "domain/member.h"
#include "ports/store.h"
#include "protocol/certificates.h"

namespace laurel::service::members {

using CertificatesOf = base::Result<std::vector<protocol::CertificateSummary>> (*)(
    ports::Transaction&, const domain::MemberId&, base::Date today);

}  // namespace laurel::service::members

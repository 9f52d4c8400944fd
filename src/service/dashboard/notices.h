// What needs a member's attention on their dashboard.
#pragma once

#include <string>
#include <vector>

#include "domain/certificate.h"
#include "protocol/certificates.h"
#include "protocol/dashboard.h"

namespace laurel::service::dashboard {

/// What the notices are made of, all of one member.
struct NoticeSources {
  std::vector<domain::Certificate> certificates;
  std::vector<protocol::PendingClaim> pending;
  std::vector<std::string> missing;  // fields of the profile
};

[[nodiscard]] std::vector<protocol::Notice> notices_of(const NoticeSources& sources,
                                                       base::Date today);

}  // namespace laurel::service::dashboard

// The table of this feature's endpoints. A line binds a handler to what protocol/members.h states.
#pragma once

#include "service/kernel/endpoint.h"
#include "service/members/shown_certificates.h"

namespace laurel::service::members {

[[nodiscard]] kernel::Endpoints endpoints(CertificatesOf shown_certificates);

}  // namespace laurel::service::members

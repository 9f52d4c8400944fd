// The days of a certificate as a calendar file (base/icalendar.h) that members add to their calendar:
// its last day, with an alarm some months before, and the last day for its renewal where one is stated.
//
//   calendar_of(services, ipma, certificate, services.clock.now())
//
// An event's UID depends on the certificate alone: a file that is added again, after a renewal,
// changes the events instead of doubling them (RFC 5545, 3.8.4.7).
#pragma once

#include <string>

#include "domain/association.h"
#include "domain/certificate.h"
#include "service/kernel/services.h"

namespace laurel::service::certificates {

[[nodiscard]] std::string calendar_of(kernel::Services& services,
                                      const domain::Association& association,
                                      const domain::Certificate& certificate, base::Instant now);

/// "DE-24-B-01877.ics", of characters that every file system takes.
[[nodiscard]] std::string calendar_file_name(const domain::Certificate& certificate);

}  // namespace laurel::service::certificates

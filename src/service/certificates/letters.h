// The mails about certificates: which words and links.
#pragma once

#include <string>
#include <string_view>

#include "domain/association.h"
#include "domain/certificate.h"
#include "ports/mailer.h"
#include "service/kernel/services.h"

namespace laurel::service::certificates {

/// The page of one of the member's certificates.
[[nodiscard]] std::string certificate_link(const kernel::Services& services,
                                           const domain::Association& association,
                                           const domain::Certificate& certificate);

/// Staff has linked the certificate that the member has asked for.
[[nodiscard]] ports::Mail claim_approved_mail(const kernel::Services& services,
                                              const domain::Association& association,
                                              const domain::Certificate& certificate);

/// Staff has not linked it; `reason` is staff's, or empty. Says the same whether it is somebody else's
/// or cannot be told to be the member's.
[[nodiscard]] ports::Mail claim_declined_mail(const kernel::Services& services,
                                              const domain::Association& association,
                                              const domain::Certificate& certificate,
                                              std::string_view reason);

/// Staff has moved a certificate to another member: to its former holder. Does not say to whom.
[[nodiscard]] ports::Mail certificate_moved_mail(const kernel::Services& services,
                                                 const domain::Association& association,
                                                 const domain::Certificate& certificate);

/// The certificate ends in a while: to the member that it is linked to.
[[nodiscard]] ports::Mail reminder_mail(const kernel::Services& services,
                                        const domain::Association& association,
                                        const domain::Certificate& certificate);

}  // namespace laurel::service::certificates

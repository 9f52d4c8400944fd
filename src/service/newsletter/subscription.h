// Beginning and ending a subscription to an association's newsletter.
#pragma once

#include <string>

#include "service/kernel/services.h"

namespace laurel::service::newsletter {

/// For an address that is proven. One that is subscribed stays as it is; one that was subscribed
/// before gets its old token, so that the links in old mails end the new subscription too.
[[nodiscard]] base::Status subscribe(ports::Transaction& transaction, kernel::Services& services,
                                     const std::string& association, const std::string& email);

/// Ends the subscription that `token` names, and every request of its address: no link that was
/// sent before begins it again. True where it is over, now or already; false where the token names
/// nothing of this association.
[[nodiscard]] base::Result<bool> unsubscribe(ports::Transaction& transaction,
                                             kernel::Services& services,
                                             const std::string& association,
                                             const std::string& token);

/// Whether it has not ended; `subscription` is the id of a NewsletterRecord.
[[nodiscard]] base::Result<bool> is_subscribed(ports::Transaction& transaction,
                                               const std::string& subscription);

}  // namespace laurel::service::newsletter

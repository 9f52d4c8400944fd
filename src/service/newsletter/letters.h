// The mails of the newsletter: which words and links.
//
// A mail to an address that nobody has proven holds nothing that a stranger typed, not even a name:
// else anybody could have us send their words to anybody.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/association.h"
#include "ports/mailer.h"
#include "service/kernel/services.h"

namespace laurel::service::newsletter {

/// Somebody wants the newsletter: the link subscribes.
[[nodiscard]] ports::Mail newsletter_mail(const kernel::Services& services,
                                          const domain::Association& association,
                                          std::string_view token);

/// Somebody wants the newsletter at an address that gets it; the link ends the subscription.
[[nodiscard]] ports::Mail already_subscribed_mail(const kernel::Services& services,
                                                  const domain::Association& association,
                                                  std::string_view unsubscribe);

struct NewsletterText {
  std::string subject;
  std::vector<std::string> paragraphs;
};

/// One subscriber's newsletter, with both ways out: the page that its footer links, and the address
/// that mail programs post to (RFC 8058).
[[nodiscard]] ports::Mail newsletter_issue_mail(const kernel::Services& services,
                                                const domain::Association& association,
                                                const NewsletterText& text,
                                                std::string_view unsubscribe);

}  // namespace laurel::service::newsletter

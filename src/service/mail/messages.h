// The mails of registration, passwords, e-mail addresses, certificates and the newsletter: which words
// and links, as text and as HTML.
//
// A mail to an address that nobody has proven holds nothing that a stranger typed, not even a name:
// else anybody could have us send their words to anybody.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/association.h"
#include "domain/certificate.h"
#include "ports/mailer.h"
#include "service/kernel/services.h"

namespace laurel::service {

/// "https://desk.example/ipma/#/activate/…". The first part is configured, never a Host header's.
[[nodiscard]] std::string link_to(const Services& services, const domain::Association& association,
                                  std::string_view fragment);

/// The page of one of the member's certificates.
[[nodiscard]] std::string certificate_link(const Services& services,
                                           const domain::Association& association,
                                           const domain::Certificate& certificate);

enum class Newsletter { not_wanted, wanted };

/// Says that activating subscribes to the newsletter, where it is wanted.
[[nodiscard]] ports::Mail activation_mail(const Services& services,
                                          const domain::Association& association,
                                          std::string_view token, Newsletter newsletter);

/// Somebody registers with an address that has an account.
[[nodiscard]] ports::Mail already_member_mail(const Services& services,
                                              const domain::Association& association);

[[nodiscard]] ports::Mail password_reset_mail(const Services& services,
                                              const domain::Association& association,
                                              std::string_view token);

/// Somebody asks for a new password with an address that has no account.
[[nodiscard]] ports::Mail no_account_mail(const Services& services,
                                          const domain::Association& association);

[[nodiscard]] ports::Mail password_changed_mail(const Services& services,
                                                const domain::Association& association);

/// The member has changed it themselves, in a browser that stays signed in.
[[nodiscard]] ports::Mail own_password_changed_mail(const Services& services,
                                                    const domain::Association& association);

/// To the address that a member wants: the link makes it theirs.
[[nodiscard]] ports::Mail email_change_mail(const Services& services,
                                            const domain::Association& association,
                                            std::string_view token);

/// The same to an address that belongs to another account.
[[nodiscard]] ports::Mail email_taken_mail(const Services& services,
                                           const domain::Association& association);

/// To the member's address while it is still theirs.
[[nodiscard]] ports::Mail email_change_asked_mail(const Services& services,
                                                  const domain::Association& association);

/// To the address that was the member's.
[[nodiscard]] ports::Mail email_changed_mail(const Services& services,
                                             const domain::Association& association);

/// Somebody wants the newsletter: the link subscribes.
[[nodiscard]] ports::Mail newsletter_mail(const Services& services,
                                          const domain::Association& association,
                                          std::string_view token);

/// Somebody wants the newsletter at an address that gets it; the link ends the subscription.
[[nodiscard]] ports::Mail already_subscribed_mail(const Services& services,
                                                  const domain::Association& association,
                                                  std::string_view unsubscribe);

/// Staff has linked the certificate that the member has asked for.
[[nodiscard]] ports::Mail claim_approved_mail(const Services& services,
                                              const domain::Association& association,
                                              const domain::Certificate& certificate);

/// Staff has not linked it; `reason` is staff's, or empty. Says the same whether it is somebody else's
/// or cannot be told to be the member's.
[[nodiscard]] ports::Mail claim_declined_mail(const Services& services,
                                              const domain::Association& association,
                                              const domain::Certificate& certificate,
                                              std::string_view reason);

/// Staff has moved a certificate to another member: to its former holder. Does not say to whom.
[[nodiscard]] ports::Mail certificate_moved_mail(const Services& services,
                                                 const domain::Association& association,
                                                 const domain::Certificate& certificate);

/// The certificate ends in a while: to the member that it is linked to.
[[nodiscard]] ports::Mail reminder_mail(const Services& services,
                                        const domain::Association& association,
                                        const domain::Certificate& certificate);

struct NewsletterText {
  std::string subject;
  std::vector<std::string> paragraphs;
};

/// One subscriber's newsletter, with both ways out: the page that its footer links, and the address
/// that mail programs post to (RFC 8058).
[[nodiscard]] ports::Mail newsletter_issue_mail(const Services& services,
                                                const domain::Association& association,
                                                const NewsletterText& text,
                                                std::string_view unsubscribe);

}  // namespace laurel::service

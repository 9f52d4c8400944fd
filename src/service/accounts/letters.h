// The mails of registration, passwords and e-mail addresses: which words and links.
//
// A mail to an address that nobody has proven holds nothing that a stranger typed, not even a name:
// else anybody could have us send their words to anybody.
#pragma once

#include <string_view>

#include "domain/association.h"
#include "ports/mailer.h"
#include "service/kernel/services.h"

namespace laurel::service::accounts {

enum class Newsletter { not_wanted, wanted };

/// Says that activating subscribes to the newsletter, where it is wanted.
[[nodiscard]] ports::Mail activation_mail(const kernel::Services& services,
                                          const domain::Association& association,
                                          std::string_view token, Newsletter newsletter);

/// Somebody registers with an address that has an account.
[[nodiscard]] ports::Mail already_member_mail(const kernel::Services& services,
                                              const domain::Association& association);

[[nodiscard]] ports::Mail password_reset_mail(const kernel::Services& services,
                                              const domain::Association& association,
                                              std::string_view token);

/// Somebody asks for a new password with an address that has no account.
[[nodiscard]] ports::Mail no_account_mail(const kernel::Services& services,
                                          const domain::Association& association);

[[nodiscard]] ports::Mail password_changed_mail(const kernel::Services& services,
                                                const domain::Association& association);

/// The member has changed it themselves, in a browser that stays signed in.
[[nodiscard]] ports::Mail own_password_changed_mail(const kernel::Services& services,
                                                    const domain::Association& association);

/// To the address that a member wants: the link makes it theirs.
[[nodiscard]] ports::Mail email_change_mail(const kernel::Services& services,
                                            const domain::Association& association,
                                            std::string_view token);

/// The same to an address that belongs to another account.
[[nodiscard]] ports::Mail email_taken_mail(const kernel::Services& services,
                                           const domain::Association& association);

/// To the member's address while it is still theirs.
[[nodiscard]] ports::Mail email_change_asked_mail(const kernel::Services& services,
                                                  const domain::Association& association);

/// To the address that was the member's.
[[nodiscard]] ports::Mail email_changed_mail(const kernel::Services& services,
                                             const domain::Association& association);

}  // namespace laurel::service::accounts

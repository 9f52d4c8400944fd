// Mail by way of the store: a mail is written in the transaction that makes it needed, and
// delivered later by whoever runs the backend. So nobody waits for a mail server, and no mail is
// lost or sent for what did not happen.
//
//   mail::enqueue(transaction, services, mail, "ana@example.org");      // in the transaction
//   const auto delivered = service::deliver_outbox(services, mailer);      // every few seconds
#pragma once

#include "ports/mailer.h"
#include "service/kernel/services.h"

namespace laurel::service::mail {

inline constexpr std::int64_t max_mail_tries = 5;
inline constexpr int mails_in_a_round = 20;

[[nodiscard]] base::Status enqueue(ports::Transaction& transaction, kernel::Services& services,
                                   ports::Mail mail, const std::string& to);

/// For a mail that waits for every mail that somebody waits for, and is dropped where what it is for
/// ends before it is sent: `subscription` names that, see `StillWanted`.
[[nodiscard]] base::Status enqueue_newsletter(ports::Transaction& transaction,
                                              kernel::Services& services, ports::Mail mail,
                                              const std::string& to, std::string subscription);

/// Whether the subscription with this id has not ended; the newsletter knows (service/delivery.h).
using StillWanted = base::Result<bool> (*)(ports::Transaction&, const std::string& subscription);

struct Delivered {
  int sent = 0;
  int postponed = 0;
  int abandoned = 0;
  bool cancelled = false;  // the program ends; the mail that this met is as due as before
};

/// Sends what is due, at most 20 mails, and looks for the most urgent before each: a newsletter to
/// ten thousand holds an activation up by one mail. A mail that fails waits 1, 5, 30 and 120
/// minutes and is abandoned, and reported, after the fifth try. A try is noted before the mail is
/// sent: after a crash in between it is sent once more, with the same Message-ID.
[[nodiscard]] base::Result<Delivered> deliver_outbox(kernel::Services& services,
                                                     ports::Mailer& mailer,
                                                     StillWanted still_wanted);

}  // namespace laurel::service::mail

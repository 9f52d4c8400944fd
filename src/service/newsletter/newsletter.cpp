// The newsletter with double opt-in. Every address gets the same answer for the same writes and one
// mail; the mail tells whether it is subscribed already.
#include "protocol/newsletter.h"

#include <chrono>

#include "service/accounts/address_mail.h"
#include "service/kernel/call.h"
#include "service/kernel/idempotency.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/kernel/tokens.h"
#include "service/mail/outbox.h"
#include "service/newsletter/handlers.h"
#include "service/newsletter/letters.h"
#include "service/newsletter/records.h"
#include "service/newsletter/subscription.h"
#include "service/store/keys.h"
#include "service/store/records.h"

namespace laurel::service::newsletter {
namespace {

using protocol::ProblemCode;

constexpr std::chrono::hours request_kept_for{24 * 7};

base::Status send_link(ports::Transaction& transaction, const kernel::Call& call,
                       kernel::Services& services, const std::string& email) {
  const std::string& association = call.association->id;
  const auto subscription =
      store::load<NewsletterRecord>(transaction, store::email_key(association, email));
  if (!subscription) return tl::unexpected(subscription.error());
  const base::Instant now = services.clock.now();
  const std::string token = kernel::new_token(services);
  const NewsletterRequestRecord request{kernel::hash_of(services, token), association, email,
                                        now + request_kept_for};
  if (auto status = store::save(transaction, request); !status) return status;
  if (auto status = store::prune<NewsletterRequestRecord>(transaction, now); !status) return status;
  ports::Mail mail =
      *subscription
          ? already_subscribed_mail(services, *call.association, (*subscription)->unsubscribe)
          : newsletter_mail(services, *call.association, token);
  return mail::enqueue(transaction, services, std::move(mail), email);
}

/// Ends the subscription; the same for the page's button and for mail programs.
kernel::OrProblem<protocol::Done> end_subscription(const kernel::Call& call,
                                                   kernel::Services& services,
                                                   const std::string& token) {
  return kernel::once<protocol::Done>(
      call, services, "unsubscribe " + kernel::hash_of(services, token), "",
      [&](ports::Transaction& transaction) -> base::Result<kernel::OrProblem<protocol::Done>> {
        const auto ended = unsubscribe(transaction, services, call.association->id, token);
        if (!ended) return tl::unexpected(ended.error());
        if (!*ended) return kernel::problem(ProblemCode::gone);
        return protocol::Done{};
      });
}

}  // namespace

kernel::OrProblem<protocol::Done> ask_for_newsletter(const kernel::VisitorCall& call,
                                                     kernel::Services& services,
                                                     const protocol::NewsletterRequest& body) {
  return accounts::mail_to_address(call, services, "newsletter", body.email,
                                   [&](ports::Transaction& transaction, const std::string& email) {
                                     return send_link(transaction, call, services, email);
                                   });
}

/// The request stays until its time is over, so that a second press is answered as the first.
kernel::OrProblem<protocol::Done> confirm_newsletter(const kernel::VisitorCall& call,
                                                     kernel::Services& services,
                                                     const protocol::NewsletterConfirmation& body) {
  const std::string token_hash = kernel::hash_of(services, body.token);
  return kernel::once<protocol::Done>(
      call, services, "confirm newsletter " + token_hash, "",
      [&](ports::Transaction& transaction) -> base::Result<kernel::OrProblem<protocol::Done>> {
        const auto request = store::load<NewsletterRequestRecord>(transaction, token_hash);
        if (!request) return tl::unexpected(request.error());
        if (!*request || (*request)->association != call.association->id ||
            (*request)->expires <= services.clock.now()) {
          return kernel::problem(ProblemCode::gone);
        }
        auto begun = subscribe(transaction, services, call.association->id, (*request)->email);
        if (!begun) return tl::unexpected(begun.error());
        return protocol::Done{};
      });
}

kernel::OrProblem<protocol::Done> cancel_newsletter(const kernel::VisitorCall& call,
                                                    kernel::Services& services,
                                                    const protocol::NewsletterCancellation& body) {
  return end_subscription(call, services, body.token);
}

kernel::OrProblem<protocol::Done> cancel_newsletter_by_mail_program(
    const kernel::VisitorCall& call, kernel::Services& services,
    const protocol::OneClickForm& /*form*/) {
  return end_subscription(call, services, call.parameters[1]);
}

}  // namespace laurel::service::newsletter

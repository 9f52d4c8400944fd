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
  ports::Mail mail =
      *subscription
          ? already_subscribed_mail(services, *call.association, (*subscription)->unsubscribe)
          : newsletter_mail(services, *call.association, token);
  return mail::enqueue(transaction, services, std::move(mail), email);
}

/// Ends the subscription; the same for the page's button and for mail programs.
protocol::Response end_subscription(const kernel::Call& call, kernel::Services& services,
                                    const std::string& token) {
  return kernel::once(call, services, "unsubscribe " + kernel::hash_of(services, token), "",
                      [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
                        const auto ended =
                            unsubscribe(transaction, services, call.association->id, token);
                        if (!ended) return tl::unexpected(ended.error());
                        return *ended ? kernel::done(200) : kernel::problem(ProblemCode::gone);
                      });
}

/// RFC 8058 section 3.2: the pair, in a body of either kind that forms have. Nothing in it needs
/// encoding, so it stands in both as it is.
bool says_one_click(std::string_view body) {
  return body.find("List-Unsubscribe") != std::string_view::npos &&
         body.find("One-Click") != std::string_view::npos;
}

}  // namespace

protocol::Response ask_for_newsletter(const kernel::Call& call, kernel::Services& services) {
  const auto body = kernel::read_body<protocol::NewsletterRequest>(call);
  if (!body) return body.error();
  return accounts::mail_to_address(call, services, "newsletter", body->email,
                                   [&](ports::Transaction& transaction, const std::string& email) {
                                     return send_link(transaction, call, services, email);
                                   });
}

/// The request stays until its time is over, so that a second press is answered as the first.
protocol::Response confirm_newsletter(const kernel::Call& call, kernel::Services& services) {
  const auto body = kernel::read_body<protocol::NewsletterConfirmation>(call);
  if (!body) return body.error();
  const std::string token_hash = kernel::hash_of(services, body->token);
  return kernel::once(
      call, services, "confirm newsletter " + token_hash, "",
      [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
        const auto request = store::load<NewsletterRequestRecord>(transaction, token_hash);
        if (!request) return tl::unexpected(request.error());
        if (!*request || (*request)->association != call.association->id ||
            (*request)->expires <= services.clock.now()) {
          return kernel::problem(ProblemCode::gone);
        }
        auto begun = subscribe(transaction, services, call.association->id, (*request)->email);
        if (!begun) return tl::unexpected(begun.error());
        return kernel::done(200);
      });
}

protocol::Response cancel_newsletter(const kernel::Call& call, kernel::Services& services) {
  const auto body = kernel::read_body<protocol::NewsletterCancellation>(call);
  if (!body) return body.error();
  return end_subscription(call, services, body->token);
}

protocol::Response cancel_newsletter_by_mail_program(const kernel::Call& call,
                                                     kernel::Services& services) {
  if (!says_one_click(call.request.body)) return kernel::malformed("List-Unsubscribe");
  return end_subscription(call, services, call.parameters[1]);
}

}  // namespace laurel::service::newsletter

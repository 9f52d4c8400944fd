// The newsletter with double opt-in. Every address gets the same answer for the same writes and one
// mail; the mail tells whether it is subscribed already.
#include "protocol/newsletter.h"

#include <chrono>

#include "service/address_mail.h"
#include "service/handlers.h"
#include "service/idempotency.h"
#include "service/mail/messages.h"
#include "service/newsletter_subscription.h"
#include "service/outbox.h"
#include "service/tokens.h"

namespace laurel::service {
namespace {

using protocol::ProblemCode;

constexpr std::chrono::hours request_kept_for{24 * 7};

base::Status send_link(ports::Transaction& transaction, const Call& call, Services& services,
                       const std::string& email) {
  const std::string& association = call.association->id;
  const auto subscription = load<NewsletterRecord>(transaction, email_key(association, email));
  if (!subscription) return tl::unexpected(subscription.error());
  const base::Instant now = services.clock.now();
  const std::string token = new_token(services);
  const NewsletterRequestRecord request{hash_of(services, token), association, email,
                                        now + request_kept_for};
  if (auto status = save(transaction, request); !status) return status;
  ports::Mail mail =
      *subscription
          ? already_subscribed_mail(services, *call.association, (*subscription)->unsubscribe)
          : newsletter_mail(services, *call.association, token);
  return enqueue(transaction, services, std::move(mail), email);
}

/// Ends the subscription; the same for the page's button and for mail programs.
protocol::Response end_subscription(const Call& call, Services& services,
                                    const std::string& token) {
  return once(call, services, "unsubscribe " + hash_of(services, token), "",
              [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
                const auto ended =
                    unsubscribe(transaction, services, call.association->id, token);
                if (!ended) return tl::unexpected(ended.error());
                return *ended ? done(200) : problem(ProblemCode::gone);
              });
}

/// RFC 8058 section 3.2: the pair, in a body of either kind that forms have. Nothing in it needs
/// encoding, so it stands in both as it is.
bool says_one_click(std::string_view body) {
  return body.find("List-Unsubscribe") != std::string_view::npos &&
         body.find("One-Click") != std::string_view::npos;
}

}  // namespace

protocol::Response ask_for_newsletter(const Call& call, Services& services) {
  const auto body = read_body<protocol::NewsletterRequest>(call);
  if (!body) return body.error();
  return mail_to_address(call, services, "newsletter", body->email,
                         [&](ports::Transaction& transaction, const std::string& email) {
                           return send_link(transaction, call, services, email);
                         });
}

/// The request stays until its time is over, so that a second press is answered as the first.
protocol::Response confirm_newsletter(const Call& call, Services& services) {
  const auto body = read_body<protocol::NewsletterConfirmation>(call);
  if (!body) return body.error();
  const std::string token_hash = hash_of(services, body->token);
  return once(call, services, "confirm newsletter " + token_hash, "",
              [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
                const auto request = load<NewsletterRequestRecord>(transaction, token_hash);
                if (!request) return tl::unexpected(request.error());
                if (!*request || (*request)->association != call.association->id ||
                    (*request)->expires <= services.clock.now()) {
                  return problem(ProblemCode::gone);
                }
                auto begun =
                    subscribe(transaction, services, call.association->id, (*request)->email);
                if (!begun) return tl::unexpected(begun.error());
                return done(200);
              });
}

protocol::Response cancel_newsletter(const Call& call, Services& services) {
  const auto body = read_body<protocol::NewsletterCancellation>(call);
  if (!body) return body.error();
  return end_subscription(call, services, body->token);
}

protocol::Response cancel_newsletter_by_mail_program(const Call& call, Services& services) {
  if (!says_one_click(call.request.body)) return malformed("List-Unsubscribe");
  return end_subscription(call, services, call.parameters[1]);
}

}  // namespace laurel::service

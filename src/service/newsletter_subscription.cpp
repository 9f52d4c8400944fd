#include "service/newsletter_subscription.h"

#include <chrono>

#include "service/tokens.h"

namespace laurel::service {
namespace {

/// Links in mails that are older lead nowhere, which their page can say.
constexpr std::chrono::hours ended_kept_for{24 * 365};

std::string subscriber_id(Services& services, const std::string& association,
                          const std::string& email) {
  return hash_of(services, "newsletter of " + email_key(association, email));
}

base::Status end(ports::Transaction& transaction, Services& services,
                 const NewsletterRecord& subscription) {
  const base::Instant now = services.clock.now();
  if (auto status = erase(transaction, subscription); !status) return status;
  const EndedNewsletterRecord ended{
      subscriber_id(services, subscription.association, subscription.email),
      subscription.association, subscription.unsubscribe, now + ended_kept_for};
  if (auto status = save(transaction, ended); !status) return status;
  return erase_all<NewsletterRequestRecord>(transaction, schema::by_address, subscription.id());
}

}  // namespace

base::Status subscribe(ports::Transaction& transaction, Services& services,
                       const std::string& association, const std::string& email) {
  const auto subscription = load<NewsletterRecord>(transaction, email_key(association, email));
  if (!subscription) return tl::unexpected(subscription.error());
  if (*subscription) return {};
  const auto ended =
      load<EndedNewsletterRecord>(transaction, subscriber_id(services, association, email));
  if (!ended) return tl::unexpected(ended.error());
  if (*ended) {
    if (auto status = erase(transaction, **ended); !status) return status;
  }
  return save(transaction,
              NewsletterRecord{association, email,
                               *ended ? (*ended)->unsubscribe : new_token(services),
                               services.clock.now()});
}

base::Result<bool> unsubscribe(ports::Transaction& transaction, Services& services,
                               const std::string& association, const std::string& token) {
  const auto subscription =
      load_by<NewsletterRecord>(transaction, schema::by_unsubscribe, token);
  if (!subscription) return tl::unexpected(subscription.error());
  if (*subscription && (*subscription)->association == association) {
    if (auto status = end(transaction, services, **subscription); !status) {
      return tl::unexpected(status.error());
    }
    return true;
  }
  const auto ended = load_by<EndedNewsletterRecord>(transaction, schema::by_unsubscribe, token);
  if (!ended) return tl::unexpected(ended.error());
  return *ended && (*ended)->association == association &&
         (*ended)->expires > services.clock.now();
}

}  // namespace laurel::service

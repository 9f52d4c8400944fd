#include "service/newsletter/subscription.h"

#include <chrono>

#include "service/kernel/tokens.h"
#include "service/newsletter/records.h"
#include "service/newsletter/schema.h"
#include "service/store/keys.h"
#include "service/store/records.h"

namespace laurel::service::newsletter {
namespace {

/// Links in mails that are older lead nowhere, which their page can say.
constexpr std::chrono::hours ended_kept_for{24 * 365};

std::string subscriber_id(kernel::Services& services, const std::string& association,
                          const std::string& email) {
  return kernel::hash_of(services, "newsletter of " + store::email_key(association, email));
}

base::Status end(ports::Transaction& transaction, kernel::Services& services,
                 const NewsletterRecord& subscription) {
  const base::Instant now = services.clock.now();
  if (auto status = store::erase(transaction, subscription); !status) return status;
  const EndedNewsletterRecord ended{
      subscriber_id(services, subscription.association, subscription.email),
      subscription.association, subscription.unsubscribe, now + ended_kept_for};
  if (auto status = store::save(transaction, ended); !status) return status;
  if (auto status = store::prune<EndedNewsletterRecord>(transaction, now); !status) return status;
  return store::erase_all<NewsletterRequestRecord>(transaction, schema::by_address,
                                                   subscription.id());
}

}  // namespace

base::Status subscribe(ports::Transaction& transaction, kernel::Services& services,
                       const std::string& association, const std::string& email) {
  const auto subscription =
      store::load<NewsletterRecord>(transaction, store::email_key(association, email));
  if (!subscription) return tl::unexpected(subscription.error());
  if (*subscription) return {};
  const auto ended =
      store::load<EndedNewsletterRecord>(transaction, subscriber_id(services, association, email));
  if (!ended) return tl::unexpected(ended.error());
  if (*ended) {
    if (auto status = store::erase(transaction, **ended); !status) return status;
  }
  return store::save(transaction,
                     NewsletterRecord{association, email,
                                      *ended ? (*ended)->unsubscribe : kernel::new_token(services),
                                      services.clock.now()});
}

base::Result<bool> unsubscribe(ports::Transaction& transaction, kernel::Services& services,
                               const std::string& association, const std::string& token) {
  const auto subscription =
      store::load_by<NewsletterRecord>(transaction, schema::by_unsubscribe, token);
  if (!subscription) return tl::unexpected(subscription.error());
  if (*subscription && (*subscription)->association == association) {
    if (auto status = end(transaction, services, **subscription); !status) {
      return tl::unexpected(status.error());
    }
    return true;
  }
  const auto ended =
      store::load_by<EndedNewsletterRecord>(transaction, schema::by_unsubscribe, token);
  if (!ended) return tl::unexpected(ended.error());
  return *ended && (*ended)->association == association &&
         (*ended)->expires > services.clock.now();
}

base::Result<bool> is_subscribed(ports::Transaction& transaction, const std::string& subscription) {
  const auto found = store::load<NewsletterRecord>(transaction, subscription);
  if (!found) return tl::unexpected(found.error());
  return found->has_value();
}

}  // namespace laurel::service::newsletter

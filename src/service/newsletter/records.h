// What the backend keeps of an association's newsletter; the rules are those of service/records.h.
//
// A request becomes a subscription by the mail that it causes; a subscription that ends leaves its
// token behind, without the address, so that every link to end it works again and again.
#pragma once

#include "base/codec.h"
#include "service/newsletter/schema.h"
#include "service/store/keys.h"

namespace laurel::service::newsletter {

/// Somebody wants the newsletter at this address; the mail to it holds the token. For an address
/// that is subscribed the token is in no mail: it is there because all addresses cost the same.
struct NewsletterRequestRecord {
  std::string token_hash;
  std::string association;
  std::string email;
  base::Instant expires;

  static constexpr auto fields() {
    return std::tuple{base::field("token_hash", &NewsletterRequestRecord::token_hash),
                      base::field("association", &NewsletterRequestRecord::association),
                      base::field("email", &NewsletterRequestRecord::email),
                      base::field("expires", &NewsletterRequestRecord::expires)};
  }
  static const ports::Collection& collection() { return schema::newsletter_requests; }
  [[nodiscard]] std::string id() const { return token_hash; }
  [[nodiscard]] store::Keys keys() const {
    return {store::email_key(association, email), store::expiry_key(expires)};
  }
};

/// Who gets an association's newsletter. Nobody does before the address is proven.
struct NewsletterRecord {
  std::string association;
  std::string email;
  std::string unsubscribe;  // names the subscription in the links that end it
  base::Instant confirmed;

  static constexpr auto fields() {
    return std::tuple{base::field("association", &NewsletterRecord::association),
                      base::field("email", &NewsletterRecord::email),
                      base::field("unsubscribe", &NewsletterRecord::unsubscribe),
                      base::field("confirmed", &NewsletterRecord::confirmed)};
  }
  static const ports::Collection& collection() { return schema::newsletters; }
  [[nodiscard]] std::string id() const { return store::email_key(association, email); }
  [[nodiscard]] store::Keys keys() const { return {unsubscribe}; }
};

/// A subscription that has ended: enough to know its links, and to give them back to whoever
/// subscribes again.
struct EndedNewsletterRecord {
  std::string subscriber;  // a hash of the address
  std::string association;
  std::string unsubscribe;
  base::Instant expires;

  static constexpr auto fields() {
    return std::tuple{base::field("subscriber", &EndedNewsletterRecord::subscriber),
                      base::field("association", &EndedNewsletterRecord::association),
                      base::field("unsubscribe", &EndedNewsletterRecord::unsubscribe),
                      base::field("expires", &EndedNewsletterRecord::expires)};
  }
  static const ports::Collection& collection() { return schema::ended_newsletters; }
  [[nodiscard]] std::string id() const { return subscriber; }
  [[nodiscard]] store::Keys keys() const { return {unsubscribe, store::expiry_key(expires)}; }
};

/// A newsletter that is being sent, or was: no subscriber gets the same twice.
struct NewsletterIssueRecord {
  std::string fingerprint;  // of the association, the subject and the text
  std::string association;
  std::string subject;
  std::string last;  // the token of the latest subscriber that has a mail, in the tokens' order
  std::int64_t mails = 0;
  bool finished = false;
  base::Instant started;

  static constexpr auto fields() {
    return std::tuple{base::field("fingerprint", &NewsletterIssueRecord::fingerprint),
                      base::field("association", &NewsletterIssueRecord::association),
                      base::field("subject", &NewsletterIssueRecord::subject),
                      base::field("last", &NewsletterIssueRecord::last),
                      base::field("mails", &NewsletterIssueRecord::mails),
                      base::field("finished", &NewsletterIssueRecord::finished),
                      base::field("started", &NewsletterIssueRecord::started)};
  }
  static const ports::Collection& collection() { return schema::newsletter_issues; }
  [[nodiscard]] std::string id() const { return fingerprint; }
  [[nodiscard]] static store::Keys keys() { return {}; }
};

}  // namespace laurel::service::newsletter

#include "service/outbox.h"

#include <array>
#include <chrono>

#include "service/tokens.h"

namespace laurel::service {
namespace {

using std::chrono::minutes;

constexpr std::chrono::hours kept_for{24 * 30};
/// After each try but the last.
constexpr std::array<minutes, max_mail_tries - 1> waits = {minutes(1), minutes(5), minutes(30),
                                                           minutes(120)};

/// A mail that somebody waits for, else a newsletter.
base::Result<std::optional<OutboxRecord>> next_mail(Services& services) {
  const std::string just_after = expiry_key(services.clock.now() + std::chrono::milliseconds(1));
  std::optional<OutboxRecord> mail;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    mail.reset();
    for (const ports::Index& index : {schema::by_due, schema::by_newsletter_due}) {
      const auto due = transaction.range(schema::outbox, index, "", just_after, 1);
      if (!due) return tl::unexpected(due.error());
      if (due->empty()) continue;
      auto record = decode_record<OutboxRecord>(due->front());
      if (!record) return tl::unexpected(record.error());
      mail = std::move(*record);
      return {};
    }
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return mail;
}

base::Result<bool> is_wanted(ports::Transaction& transaction, const OutboxRecord& mail) {
  if (!mail.subscription) return true;
  const auto subscription = load<NewsletterRecord>(transaction, *mail.subscription);
  if (!subscription) return tl::unexpected(subscription.error());
  return subscription->has_value();
}

/// Notes the try, and when the next one would be. False where there is nothing to send: another
/// deliverer was faster, or who the newsletter is for has unsubscribed meanwhile.
base::Result<bool> claim(Services& services, OutboxRecord& mail, base::Instant now) {
  bool claimed = false;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    claimed = false;
    auto latest = load<OutboxRecord>(transaction, mail.id());
    if (!latest) return tl::unexpected(latest.error());
    if (!*latest || (*latest)->tries != mail.tries) return {};
    const auto wanted = is_wanted(transaction, **latest);
    if (!wanted) return tl::unexpected(wanted.error());
    if (!*wanted) return erase(transaction, **latest);
    claimed = true;
    const auto wait = static_cast<std::size_t>(mail.tries) < waits.size()
                          ? waits[static_cast<std::size_t>(mail.tries)]
                          : waits.back();
    (*latest)->tries += 1;
    (*latest)->due = now + wait;
    return save(transaction, **latest);
  });
  if (!status) return tl::unexpected(status.error());
  if (claimed) mail.tries += 1;
  return claimed;
}

/// `change(latest)`, unless staff has removed the mail meanwhile.
template <class Change>
base::Status update(Services& services, const OutboxRecord& mail, const Change& change) {
  return services.store.write([&](ports::Transaction& transaction) -> base::Status {
    auto latest = load<OutboxRecord>(transaction, mail.id());
    if (!latest) return tl::unexpected(latest.error());
    if (!*latest) return {};
    change(**latest);
    return save(transaction, **latest);
  });
}

base::Status note_failure(Services& services, const OutboxRecord& mail, const base::Error& error) {
  return update(services, mail, [&](OutboxRecord& latest) {
    latest.last_error = error.context.substr(0, 500);
    if (latest.tries >= max_mail_tries) latest.state = Delivery::abandoned;
  });
}

/// The mail is as due as it was before.
base::Status give_try_back(Services& services, const OutboxRecord& mail, base::Instant due) {
  return update(services, mail, [&](OutboxRecord& latest) {
    latest.tries -= 1;
    latest.due = due;
  });
}

base::Status note_sent(Services& services, const OutboxRecord& mail) {
  return services.store.write(
      [&](ports::Transaction& transaction) { return erase(transaction, mail); });
}

base::Status deliver(Services& services, ports::Mailer& mailer, OutboxRecord& mail,
                     Delivered& delivered) {
  const base::Instant due = mail.due;
  const auto claimed = claim(services, mail, services.clock.now());
  if (!claimed) return tl::unexpected(claimed.error());
  if (!*claimed) return {};
  const auto sent = mailer.send(mail.mail);
  if (sent) {
    ++delivered.sent;
    return note_sent(services, mail);
  }
  if (sent.error().code == base::ErrorCode::cancelled) {
    delivered.cancelled = true;
    return give_try_back(services, mail, due);
  }
  if (mail.tries < max_mail_tries) {
    ++delivered.postponed;
  } else {
    ++delivered.abandoned;
    if (services.config.report) {
      services.config.report({sent.error().code, "mail " + mail.id() + " abandoned after " +
                                                     std::to_string(mail.tries) +
                                                     " tries: " + sent.error().context});
    }
  }
  return note_failure(services, mail, sent.error());
}

base::Status put(ports::Transaction& transaction, Services& services, ports::Mail mail,
                 const std::string& to, std::optional<std::string> subscription) {
  OutboxRecord record;
  record.outbox_id = new_id(services);
  record.written = services.clock.now();
  record.due = record.written;
  record.expires = record.written + kept_for;
  record.subscription = std::move(subscription);
  mail.to = to;
  mail.message_id = "<" + record.outbox_id + mail.from.substr(mail.from.find('@')) + ">";
  record.mail = std::move(mail);
  return save(transaction, record);
}

}  // namespace

base::Status enqueue(ports::Transaction& transaction, Services& services, ports::Mail mail,
                     const std::string& to) {
  return put(transaction, services, std::move(mail), to, std::nullopt);
}

base::Status enqueue_newsletter(ports::Transaction& transaction, Services& services,
                                ports::Mail mail, const NewsletterRecord& subscription) {
  return put(transaction, services, std::move(mail), subscription.email, subscription.id());
}

base::Result<Delivered> deliver_outbox(Services& services, ports::Mailer& mailer) {
  Delivered delivered;
  for (int i = 0; i < mails_in_a_round; ++i) {
    auto mail = next_mail(services);
    if (!mail) return tl::unexpected(mail.error());
    if (!*mail) break;
    const auto status = deliver(services, mailer, **mail, delivered);
    if (!status) return tl::unexpected(status.error());
    if (delivered.cancelled) break;
  }
  return delivered;
}

}  // namespace laurel::service

#include "service/mail/outbox.h"

#include <array>
#include <chrono>

#include "service/kernel/tokens.h"
#include "service/mail/records.h"
#include "service/mail/schema.h"
#include "service/store/keys.h"
#include "service/store/records.h"

namespace laurel::service::mail {
namespace {

using std::chrono::minutes;

constexpr std::chrono::hours kept_for{24 * 30};
/// After each try but the last.
constexpr std::array<minutes, max_mail_tries - 1> waits = {minutes(1), minutes(5), minutes(30),
                                                           minutes(120)};

/// A mail that somebody waits for, else a newsletter.
base::Result<std::optional<OutboxRecord>> next_mail(kernel::Services& services) {
  const std::string just_after =
      store::expiry_key(services.clock.now() + std::chrono::milliseconds(1));
  std::optional<OutboxRecord> mail;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    mail.reset();
    for (const ports::Index& index : {schema::by_due, schema::by_newsletter_due}) {
      const auto due = transaction.range(schema::outbox, index, "", just_after, 1);
      if (!due) return tl::unexpected(due.error());
      if (due->empty()) continue;
      auto record = store::decode_record<OutboxRecord>(due->front());
      if (!record) return tl::unexpected(record.error());
      mail = std::move(*record);
      return {};
    }
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return mail;
}

/// Notes the try, and when the next one would be. False where there is nothing to send: another
/// deliverer was faster, or who the newsletter is for has unsubscribed meanwhile.
base::Result<bool> claim(kernel::Services& services, OutboxRecord& mail, StillWanted still_wanted,
                         base::Instant now) {
  bool claimed = false;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    claimed = false;
    auto latest = store::load<OutboxRecord>(transaction, mail.id());
    if (!latest) return tl::unexpected(latest.error());
    if (!*latest || (*latest)->tries != mail.tries) return {};
    const auto wanted = (*latest)->subscription
                            ? still_wanted(transaction, *(*latest)->subscription)
                            : base::Result<bool>(true);
    if (!wanted) return tl::unexpected(wanted.error());
    if (!*wanted) return store::erase(transaction, **latest);
    claimed = true;
    const auto wait = static_cast<std::size_t>(mail.tries) < waits.size()
                          ? waits[static_cast<std::size_t>(mail.tries)]
                          : waits.back();
    (*latest)->tries += 1;
    (*latest)->due = now + wait;
    return store::save(transaction, **latest);
  });
  if (!status) return tl::unexpected(status.error());
  if (claimed) mail.tries += 1;
  return claimed;
}

/// `change(latest)`, unless staff has removed the mail meanwhile.
template <class Change>
base::Status update(kernel::Services& services, const OutboxRecord& mail, const Change& change) {
  return services.store.write([&](ports::Transaction& transaction) -> base::Status {
    auto latest = store::load<OutboxRecord>(transaction, mail.id());
    if (!latest) return tl::unexpected(latest.error());
    if (!*latest) return {};
    change(**latest);
    return store::save(transaction, **latest);
  });
}

base::Status note_failure(kernel::Services& services, const OutboxRecord& mail,
                          const base::Error& error) {
  return update(services, mail, [&](OutboxRecord& latest) {
    latest.last_error = error.context.substr(0, 500);
    if (latest.tries >= max_mail_tries) latest.state = Delivery::abandoned;
  });
}

/// The mail is as due as it was before.
base::Status give_try_back(kernel::Services& services, const OutboxRecord& mail,
                           base::Instant due) {
  return update(services, mail, [&](OutboxRecord& latest) {
    latest.tries -= 1;
    latest.due = due;
  });
}

base::Status note_sent(kernel::Services& services, const OutboxRecord& mail) {
  return services.store.write(
      [&](ports::Transaction& transaction) { return store::erase(transaction, mail); });
}

base::Status deliver(kernel::Services& services, ports::Mailer& mailer, StillWanted still_wanted,
                     OutboxRecord& mail, Delivered& delivered) {
  const base::Instant due = mail.due;
  const auto claimed = claim(services, mail, still_wanted, services.clock.now());
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

base::Status put(ports::Transaction& transaction, kernel::Services& services, ports::Mail mail,
                 const std::string& to, std::optional<std::string> subscription) {
  OutboxRecord record;
  record.outbox_id = kernel::new_id(services);
  record.written = services.clock.now();
  record.due = record.written;
  record.expires = record.written + kept_for;
  record.subscription = std::move(subscription);
  mail.to = to;
  mail.message_id = "<" + record.outbox_id + mail.from.substr(mail.from.find('@')) + ">";
  record.mail = std::move(mail);
  if (auto status = store::save(transaction, record); !status) return status;
  return store::prune<OutboxRecord>(transaction, record.written);
}

}  // namespace

base::Status enqueue(ports::Transaction& transaction, kernel::Services& services, ports::Mail mail,
                     const std::string& to) {
  return put(transaction, services, std::move(mail), to, std::nullopt);
}

base::Status enqueue_newsletter(ports::Transaction& transaction, kernel::Services& services,
                                ports::Mail mail, const std::string& to, std::string subscription) {
  return put(transaction, services, std::move(mail), to, std::move(subscription));
}

base::Result<Delivered> deliver_outbox(kernel::Services& services, ports::Mailer& mailer,
                                       StillWanted still_wanted) {
  Delivered delivered;
  for (int i = 0; i < mails_in_a_round; ++i) {
    auto mail = next_mail(services);
    if (!mail) return tl::unexpected(mail.error());
    if (!*mail) break;
    const auto status = deliver(services, mailer, still_wanted, **mail, delivered);
    if (!status) return tl::unexpected(status.error());
    if (delivered.cancelled) break;
  }
  return delivered;
}

}  // namespace laurel::service::mail

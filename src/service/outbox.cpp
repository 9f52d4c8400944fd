#include "service/outbox.h"

#include <array>
#include <chrono>

#include "service/tokens.h"

namespace laurel::service {
namespace {

using std::chrono::minutes;

constexpr std::size_t mails_at_once = 20;
constexpr std::chrono::hours kept_for{24 * 30};
/// After each try but the last.
constexpr std::array<minutes, max_mail_tries - 1> waits = {minutes(1), minutes(5), minutes(30),
                                                           minutes(120)};

base::Result<std::vector<OutboxRecord>> due_mails(Services& services, base::Instant now) {
  std::vector<OutboxRecord> mails;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    mails.clear();
    const std::string just_after = expiry_key(now + std::chrono::milliseconds(1));
    const auto due = transaction.range(schema::outbox, schema::by_due, "", just_after,
                                       mails_at_once);
    if (!due) return tl::unexpected(due.error());
    for (const ports::Record& stored : *due) {
      auto mail = decode_record<OutboxRecord>(stored);
      if (!mail) return tl::unexpected(mail.error());
      mails.push_back(std::move(*mail));
    }
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return mails;
}

/// Notes the try, and when the next one would be. False where another deliverer was faster.
base::Result<bool> claim(Services& services, OutboxRecord& mail, base::Instant now) {
  bool claimed = false;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    claimed = false;
    auto latest = load<OutboxRecord>(transaction, mail.id());
    if (!latest) return tl::unexpected(latest.error());
    if (!*latest || (*latest)->tries != mail.tries) return {};
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

base::Status note_failure(Services& services, const OutboxRecord& mail, const base::Error& error) {
  return services.store.write([&](ports::Transaction& transaction) -> base::Status {
    auto latest = load<OutboxRecord>(transaction, mail.id());
    if (!latest) return tl::unexpected(latest.error());
    if (!*latest) return {};
    (*latest)->last_error = error.context.substr(0, 500);
    if ((*latest)->tries >= max_mail_tries) (*latest)->state = Delivery::abandoned;
    return save(transaction, **latest);
  });
}

base::Status note_sent(Services& services, const OutboxRecord& mail) {
  return services.store.write(
      [&](ports::Transaction& transaction) { return erase(transaction, mail); });
}

base::Status deliver(Services& services, ports::Mailer& mailer, OutboxRecord& mail,
                     Delivered& delivered) {
  const auto claimed = claim(services, mail, services.clock.now());
  if (!claimed) return tl::unexpected(claimed.error());
  if (!*claimed) return {};
  const auto sent = mailer.send(mail.mail);
  if (sent) {
    ++delivered.sent;
    return note_sent(services, mail);
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

}  // namespace

base::Status enqueue(ports::Transaction& transaction, Services& services, ports::Mail mail,
                     const std::string& to) {
  OutboxRecord record;
  record.outbox_id = new_id(services);
  record.written = services.clock.now();
  record.due = record.written;
  record.expires = record.written + kept_for;
  mail.to = to;
  mail.message_id = "<" + record.outbox_id + mail.from.substr(mail.from.find('@')) + ">";
  record.mail = std::move(mail);
  if (auto status = save(transaction, record); !status) return status;
  return prune<OutboxRecord>(transaction, record.written);
}

base::Result<Delivered> deliver_outbox(Services& services, ports::Mailer& mailer) {
  auto mails = due_mails(services, services.clock.now());
  if (!mails) return tl::unexpected(mails.error());
  Delivered delivered;
  for (OutboxRecord& mail : *mails) {
    const auto status = deliver(services, mailer, mail, delivered);
    if (!status) return tl::unexpected(status.error());
  }
  return delivered;
}

}  // namespace laurel::service

#include "service/mail/outbox_staff.h"

#include "service/store/records.h"

namespace laurel::service::mail {
namespace {

constexpr std::size_t retries_at_once = 100;

base::Status add_entries(ports::Transaction& transaction, const ports::Index& index,
                         std::size_t limit, std::vector<OutboxEntry>& entries) {
  const auto found = transaction.range(schema::outbox, index, "", "~", limit);
  if (!found) return tl::unexpected(found.error());
  for (const ports::Record& stored : *found) {
    const auto record = store::decode_record<OutboxRecord>(stored);
    if (!record) return tl::unexpected(record.error());
    entries.push_back({record->id(), record->state, record->mail.to, record->mail.subject,
                       record->tries, record->last_error, record->written});
  }
  return {};
}

base::Status put_back(ports::Transaction& transaction, OutboxRecord record, base::Instant now) {
  record.state = Delivery::waiting;
  record.tries = 0;
  record.due = now;
  record.last_error.clear();
  return store::save(transaction, record);
}

}  // namespace

base::Result<std::vector<OutboxEntry>> list_outbox(kernel::Services& services, std::size_t limit) {
  std::vector<OutboxEntry> entries;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    entries.clear();
    for (const ports::Index& index :
         {schema::by_abandoned, schema::by_due, schema::by_newsletter_due}) {
      if (auto added = add_entries(transaction, index, limit, entries); !added) return added;
    }
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return entries;
}

base::Result<bool> retry_mail(kernel::Services& services, std::string_view id) {
  bool found = false;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    auto record = store::load<OutboxRecord>(transaction, id);
    if (!record) return tl::unexpected(record.error());
    found = *record && (*record)->state == Delivery::abandoned;
    if (!found) return {};
    return put_back(transaction, std::move(**record), services.clock.now());
  });
  if (!status) return tl::unexpected(status.error());
  return found;
}

base::Result<std::int64_t> retry_mails(kernel::Services& services) {
  std::int64_t retried = 0;
  for (;;) {
    std::size_t in_this_round = 0;
    const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
      const auto found =
          transaction.range(schema::outbox, schema::by_abandoned, "", "~", retries_at_once);
      if (!found) return tl::unexpected(found.error());
      in_this_round = found->size();
      for (const ports::Record& stored : *found) {
        auto record = store::decode_record<OutboxRecord>(stored);
        if (!record) return tl::unexpected(record.error());
        auto status = put_back(transaction, std::move(*record), services.clock.now());
        if (!status) return status;
      }
      return {};
    });
    if (!status) return tl::unexpected(status.error());
    if (in_this_round == 0) return retried;
    retried += static_cast<std::int64_t>(in_this_round);
  }
}

}  // namespace laurel::service::mail

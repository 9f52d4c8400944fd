#include "service/certificates/reminders.h"

#include <optional>
#include <utility>

#include "service/accounts/records.h"
#include "service/certificates/letters.h"
#include "service/certificates/records.h"
#include "service/certificates/schema.h"
#include "service/mail/outbox.h"
#include "service/store/records.h"

namespace laurel::service::certificates {
namespace {

constexpr std::size_t links_at_once = 100;
/// Months are of different lengths: what ends on the 28th to the 31st may be due on one day.
constexpr std::chrono::days slack{3};

enum class Sending { send, only_tell };

/// One threshold of one association, on one day.
struct Round {
  const domain::Association& association;
  std::int64_t months_before = 0;
  base::Date today;
};

/// Whether it is due for this end, and neither sent already nor late.
bool is_due(const Round& round, const LinkedCertificateRecord& link) {
  const int months = static_cast<int>(round.months_before);
  const base::Date due = base::plus_months(*link.valid_until, -months);
  if (due > round.today || round.today - due > reminders_are_late_after) return false;
  if (link.linked && due < *link.linked) return false;
  return !link.reminded || link.reminded->valid_until != *link.valid_until ||
         link.reminded->months_before > round.months_before;
}

base::Status remind(ports::Transaction& transaction, kernel::Services& services, const Round& round,
                    LinkedCertificateRecord link, Sending sending,
                    std::vector<DueReminder>& reminders) {
  const auto record = store::load<CertificateRecord>(transaction, link.certificate);
  if (!record) return tl::unexpected(record.error());
  const auto account = store::load<accounts::AccountRecord>(transaction, link.account.value);
  if (!account) return tl::unexpected(account.error());
  if (!*record || !*account) return {};
  const domain::Certificate& certificate = (*record)->certificate;
  const std::string& email = (*account)->member.email;
  reminders.push_back({round.association.id, certificate.number, email, *link.valid_until,
                       round.months_before});
  if (sending == Sending::only_tell) return {};
  link.reminded = SentReminder{*link.valid_until, round.months_before};
  if (auto status = store::save(transaction, link); !status) return status;
  return mail::enqueue(transaction, services,
                       reminder_mail(services, round.association, certificate), email);
}

/// The next links from `from` on; where to go on, or nothing at the end.
base::Result<std::optional<std::string>> remind_some(ports::Transaction& transaction,
                                                     kernel::Services& services, const Round& round,
                                                     const std::string& from, const std::string& to,
                                                     Sending sending,
                                                     std::vector<DueReminder>& reminders) {
  const auto stored = transaction.range(schema::certificate_links, schema::by_valid_until, from, to,
                                        links_at_once);
  if (!stored) return tl::unexpected(stored.error());
  std::optional<std::string> last;
  for (const ports::Record& one : *stored) {
    auto link = store::decode_record<LinkedCertificateRecord>(one);
    if (!link) return tl::unexpected(link.error());
    last = link->end_key(*link->valid_until);
    if (!is_due(round, *link)) continue;
    auto status = remind(transaction, services, round, std::move(*link), sending, reminders);
    if (!status) return tl::unexpected(status.error());
  }
  if (stored->size() < links_at_once) return std::nullopt;
  return *last + '\x01';  // right after it: certificates have one link each
}

base::Status run_round(kernel::Services& services, const Round& round, Sending sending,
                       std::vector<DueReminder>& reminders) {
  const int months = static_cast<int>(round.months_before);
  const auto key = [&](base::Date day) {
    return round.association.id + " " + base::format_date(day);
  };
  const base::Date first =
      base::plus_months(round.today - reminders_are_late_after, months) - slack;
  const base::Date last = base::plus_months(round.today, months) + slack;
  const std::string to = key(last) + "~";
  for (std::optional<std::string> from = key(first); from;) {
    std::optional<std::string> next;
    std::vector<DueReminder> these;
    const ports::Store::Work work = [&](ports::Transaction& transaction) -> base::Status {
      these.clear();
      auto reached = remind_some(transaction, services, round, *from, to, sending, these);
      if (!reached) return tl::unexpected(reached.error());
      next = std::move(*reached);
      return {};
    };
    const auto status = sending == Sending::send ? services.store.write(work)
                                                 : services.store.read(work);
    if (!status) return status;
    reminders.insert(reminders.end(), these.begin(), these.end());
    from = std::move(next);
  }
  return {};
}

base::Result<std::vector<DueReminder>> run(kernel::Services& services, Sending sending) {
  const base::Date today = base::date_of(services.clock.now());
  std::vector<DueReminder> reminders;
  for (const auto& [id, association] : services.associations) {
    if (!association.reminder_months) continue;
    for (const std::int64_t months : *association.reminder_months) {
      auto status = run_round(services, {association, months, today}, sending, reminders);
      if (!status) return tl::unexpected(status.error());
    }
  }
  return reminders;
}

}  // namespace

base::Result<std::vector<DueReminder>> due_reminders(kernel::Services& services) {
  return run(services, Sending::only_tell);
}

base::Result<std::vector<DueReminder>> send_reminders(kernel::Services& services) {
  return run(services, Sending::send);
}

}  // namespace laurel::service::certificates

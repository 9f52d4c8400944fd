#include "server/mail_delivery.h"

#include "server/repeated_work.h"
#include "service/certificates/reminders.h"
#include "service/delivery.h"
#include "service/mail/outbox.h"

namespace laurel::server {
namespace {

using std::chrono::seconds;

constexpr seconds pause{1};
constexpr seconds between_reminders{3600};
}  // namespace

seconds deliver_mails(service::kernel::Services& services, ports::Mailer& mailer) {
  return guarded(services, "mail delivery", [&]() -> base::Result<seconds> {
    const auto delivered = service::deliver_outbox(services, mailer);
    if (!delivered) return tl::unexpected(delivered.error());
    return delivered->sent == service::mail::mails_in_a_round ? seconds(0) : pause;
  });
}

seconds remind_members(service::kernel::Services& services) {
  return guarded(services, "reminders", [&]() -> base::Result<seconds> {
    const auto reminded = service::certificates::send_reminders(services);
    if (!reminded) return tl::unexpected(reminded.error());
    return between_reminders;
  });
}

}  // namespace laurel::server

#include "server/mail_delivery.h"

#include <exception>
#include <string>

#include "server/thrown.h"
#include "service/certificates/reminders.h"
#include "service/delivery.h"
#include "service/mail/outbox.h"

namespace laurel::server {
namespace {

using std::chrono::seconds;

constexpr seconds pause{1};
constexpr seconds between_reminders{3600};
// A store that is down would otherwise fill the log.
constexpr seconds pause_after_failure{30};

void report(const service::kernel::Services& services, const base::Error& error) {
  if (services.config.report) services.config.report(error);
}

template <class Work>
seconds guarded(const service::kernel::Services& services, const char* what, const Work& work) {
  try {
    const base::Result<seconds> wait = work();
    if (wait) return *wait;
    report(services, wait.error());
  } catch (const std::exception& thrown) {
    report(services, {base::ErrorCode::unavailable,
                      std::string(what) + ": " + name_of_thrown(thrown)});
  }
  return pause_after_failure;
}

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

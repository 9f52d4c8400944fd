#include "server/commands/certificates/reminders.h"

#include <cstdio>

#include "base/time.h"
#include "server/assembly.h"
#include "server/commands/command.h"
#include "server/commands/terminal_text.h"
#include "service/certificates/reminders.h"

namespace laurel::server {

int send_reminders(const Options& options) {
  const auto associations = load_associations(options.associations_folder);
  if (!associations) return stop_with(associations.error());
  return with_services(options, *associations, [&](service::kernel::Services& services) {
    const bool dry_run = options.reminders.dry_run;
    const auto reminders = dry_run ? service::certificates::due_reminders(services)
                                   : service::certificates::send_reminders(services);
    if (!reminders) return stop_with(reminders.error());
    for (const service::certificates::DueReminder& one : *reminders) {
      std::printf("%s  %s  %s  ends on %s, %lld months before\n", one.association.c_str(),
                  printable(one.number).c_str(), printable(one.email).c_str(),
                  base::format_date(one.valid_until).c_str(),
                  static_cast<long long>(one.months_before));
    }
    std::printf("reminders %s: %zu\n", dry_run ? "due" : "sent", reminders->size());
    return 0;
  });
}

}  // namespace laurel::server

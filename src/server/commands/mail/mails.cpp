#include "server/commands/mail/mails.h"

#include <cstdio>

#include "base/codec.h"
#include "server/commands/command.h"
#include "service/mail/outbox_staff.h"

namespace laurel::server {
namespace {

constexpr std::size_t max_listed = 200;

void print(const service::mail::OutboxEntry& entry) {
  std::printf("%s  %s  %s  %lld tries  %s  \"%s\"  %s\n",
              std::string(base::name_of(entry.state)).c_str(), entry.id.c_str(),
              base::format_instant(entry.written).c_str(), static_cast<long long>(entry.tries),
              entry.to.c_str(), entry.subject.c_str(), entry.last_error.c_str());
}

}  // namespace

int list_mails(const Options& options) {
  return with_services(options, {}, [](service::kernel::Services& services) {
    const auto entries = service::mail::list_outbox(services, max_listed);
    if (!entries) return stop_with(entries.error());
    for (const service::mail::OutboxEntry& entry : *entries) print(entry);
    std::printf("mails: %zu, at most the oldest %zu of each kind\n", entries->size(), max_listed);
    return 0;
  });
}

int retry_mails(const Options& options) {
  return with_services(options, {}, [&](service::kernel::Services& services) {
    if (options.mails.all) {
      const auto retried = service::mail::retry_mails(services);
      if (!retried) return stop_with(retried.error());
      std::printf("mails tried again: %lld\n", static_cast<long long>(*retried));
      return 0;
    }
    for (const std::string& id : options.mails.ids) {
      const auto found = service::mail::retry_mail(services, id);
      if (!found) return stop_with(found.error());
      if (!*found) return stop_with({base::ErrorCode::not_found, "no abandoned mail " + id});
    }
    std::printf("mails tried again: %zu\n", options.mails.ids.size());
    return 0;
  });
}

}  // namespace laurel::server

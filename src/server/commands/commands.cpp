#include "server/commands/commands.h"

#include <cstdio>
#include <filesystem>

#include "adapters/images/native_images.h"
#include "adapters/sodium/sodium_entropy.h"
#include "adapters/sodium/sodium_hasher.h"
#include "base/codec.h"
#include "server/assembly.h"
#include "server/commands/certificates/table.h"
#include "server/system_clock.h"
#include "service/mail/outbox_staff.h"
#include "service/newsletter/issue.h"

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

int stop_with(const base::Error& error) {
  std::fprintf(stderr, "laurel-server: %s\n", error.context.c_str());
  return 1;
}

int with_services(const Options& options, const service::kernel::Associations& associations,
                  const std::function<int(service::kernel::Services&)>& work) {
  std::error_code error;
  if (!std::filesystem::is_directory(options.data_folder, error)) {
    return stop_with({base::ErrorCode::invalid_input, "no folder " + options.data_folder});
  }
  const auto store = open_store(options);
  if (!store) return stop_with(store.error());
  SystemClock clock;
  adapters::sodium::SodiumEntropy entropy;
  adapters::sodium::SodiumHasher hasher;
  adapters::images::NativeImages images;
  service::kernel::Services services(
      **store, clock, entropy, hasher, images, associations,
      {.allowed_origins = options.origins, .report = {}, .public_address = options.public_address});
  return work(services);
}

int send_newsletter(const Options& options) {
  const auto associations = load_associations(options.associations_folder);
  if (!associations) return stop_with(associations.error());
  const auto association = associations->find(options.newsletter.association);
  if (association == associations->end()) {
    return stop_with({base::ErrorCode::invalid_input,
                      "no association " + options.newsletter.association});
  }
  const auto file = read_file(options.newsletter.file);
  if (!file) return stop_with(file.error());
  const auto text = service::newsletter::read_newsletter(options.newsletter.subject, *file);
  if (!text) return stop_with(text.error());
  return with_services(options, *associations, [&](service::kernel::Services& services) {
    const auto issued = service::newsletter::send_newsletter(services, association->second, *text);
    if (!issued) return stop_with(issued.error());
    std::printf("mails on their way: %lld, by earlier runs: %lld\n",
                static_cast<long long>(issued->mails),
                static_cast<long long>(issued->mails_before));
    return 0;
  });
}

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

int find_certificates(const Options& options) {
  const auto table = certificate_table(options, SystemClock().now());
  if (!table) return stop_with(table.error());
  std::fputs(table->c_str(), stdout);
  return 0;
}

}  // namespace laurel::server

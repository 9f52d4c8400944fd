#include "server/commands/newsletter/send.h"

#include <cstdio>

#include "server/assembly.h"
#include "server/commands/command.h"
#include "service/newsletter/issue.h"

namespace laurel::server {

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

}  // namespace laurel::server

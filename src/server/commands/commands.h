// What laurel-server does besides serving, beside a server that runs on the same data or not:
//
//   laurel-server newsletter --association ipma --subject "News in May" news.txt …
//   laurel-server mails list …
//   laurel-server mails retry --all …
//   laurel-server certificates find --association ipma lind mara …
//
// and what server/commands/certificates/requests.h and server/commands/certificates/import.h have.
//
// Each returns the exit code of the program.
#pragma once

#include <functional>

#include "base/result.h"
#include "server/options.h"
#include "service/kernel/services.h"

namespace laurel::server {

/// Says what is wrong, and returns 1.
[[nodiscard]] int stop_with(const base::Error& error);

/// Runs the work on the data folder, which has to be there: a misspelt one would be an empty one.
[[nodiscard]] int with_services(const Options& options,
                                const service::kernel::Associations& associations,
                                const std::function<int(service::kernel::Services&)>& work);

[[nodiscard]] int send_newsletter(const Options& options);
[[nodiscard]] int list_mails(const Options& options);
[[nodiscard]] int retry_mails(const Options& options);
[[nodiscard]] int find_certificates(const Options& options);

}  // namespace laurel::server

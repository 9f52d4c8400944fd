#include "server/commands/certificates/find.h"

#include <cstdio>

#include "server/commands/certificates/table.h"
#include "server/commands/command.h"
#include "server/system_clock.h"

namespace laurel::server {

int find_certificates(const Options& options) {
  const auto table = certificate_table(options, SystemClock().now());
  if (!table) return stop_with(table.error());
  std::fputs(table->c_str(), stdout);
  return 0;
}

}  // namespace laurel::server

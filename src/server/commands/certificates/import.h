// What reads the association's data from files:
//
//   laurel-server import certificates --association ipma registry.csv …
//
// Returns the exit code of the program: 1 where the file has a fault, and then nothing was imported.
#pragma once

#include "server/options.h"

namespace laurel::server {

[[nodiscard]] int import_certificates(const Options& options);

}  // namespace laurel::server

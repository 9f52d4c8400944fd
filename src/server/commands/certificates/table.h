// The tool `laurel-server certificates find`.
#pragma once

#include <string>

#include "base/result.h"
#include "base/time.h"
#include "server/options.h"

namespace laurel::server {

/// The certificates that are found, as lines for a terminal. Errors: `invalid_input` where the data
/// folder has no database, and whatever the store says.
[[nodiscard]] base::Result<std::string> certificate_table(const Options& options,
                                                          base::Instant now);

}  // namespace laurel::server

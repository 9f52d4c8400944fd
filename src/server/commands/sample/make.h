// laurel-server sample: invented data in any amount (sample/generator.h).
#pragma once

#include "server/options.h"

namespace laurel::server {

/// The program's exit code.
[[nodiscard]] int make_sample(const Options& options);

}  // namespace laurel::server

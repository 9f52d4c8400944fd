// Looking into a registry (service/certificates/registry.h):
//
//   laurel-server certificates find --association ipma lind mara …
#pragma once

#include "server/options.h"

namespace laurel::server {

[[nodiscard]] int find_certificates(const Options& options);

}  // namespace laurel::server

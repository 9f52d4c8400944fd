// Addresses of the desk, for mails.
#pragma once

#include <string>
#include <string_view>

#include "domain/association.h"
#include "service/kernel/services.h"

namespace laurel::service::mail {

/// "https://desk.example/ipma/#/activate/…". The first part is configured, never a Host header's.
[[nodiscard]] std::string link_to(const kernel::Services& services,
                                  const domain::Association& association,
                                  std::string_view fragment);

}  // namespace laurel::service::mail

// Text from imports and from members, for a terminal.
#pragma once

#include <string>

namespace laurel::server {

/// With every control character as "?": nothing in it may colour or clear a terminal.
[[nodiscard]] std::string printable(std::string text);

}  // namespace laurel::server

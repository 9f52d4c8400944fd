// Countries by their codes.
#pragma once

#include <string_view>

namespace laurel::domain {

/// Whether ISO 3166-1 has the alpha-2 code: "SI", not "si" and not "XX".
[[nodiscard]] bool is_country(std::string_view code);

}  // namespace laurel::domain

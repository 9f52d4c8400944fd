// Keys of the certificates' nodes that updates name too: to give them the focus, to say at which field
// something is wrong.
#pragma once

#include <string_view>

namespace laurel::app::keys {

inline constexpr std::string_view number = "certificates/number";
inline constexpr std::string_view awarded = "certificates/awarded";
inline constexpr std::string_view valid_until = "certificates/valid_until";
inline constexpr std::string_view found_certificates = "certificates/found/title";

}  // namespace laurel::app::keys

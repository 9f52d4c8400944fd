// Percent-encoding: text as it may stand in an address.
//
//   base::percent_encoded("IPMA Level B®") == "IPMA%20Level%20B%C2%AE"
#pragma once

#include <string>
#include <string_view>

namespace laurel::base {

/// RFC 3986, 2.1 to 2.3: every byte that is no letter, digit, "-", ".", "_" or "~" becomes "%XX".
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace laurel::base

// What a member calls the thing they signed in with.
//
//   accounts::device_name("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) … Firefox/128.0")
//       == "Firefox on Linux"
#pragma once

#include <string>
#include <string_view>

namespace laurel::service::accounts {

/// A guess from the User-Agent header, in English words that are names. "Unknown device" when there
/// is nothing to go by; never text out of the header itself.
[[nodiscard]] std::string device_name(std::string_view user_agent);

}  // namespace laurel::service::accounts

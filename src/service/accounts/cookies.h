// The names of the cookies by which browsers are known.
#pragma once

#include <string>
#include <string_view>

namespace laurel::service::accounts {

/// "__Host-laurel-ipma": the member's session at one association.
[[nodiscard]] std::string session_cookie_name(std::string_view association);

/// "__Host-laurel-device-ipma": see DeviceRecord.
[[nodiscard]] std::string device_cookie_name(std::string_view association);

}  // namespace laurel::service::accounts

// What counts as one client when tries are limited by IP address.
//
//   domain::client_network("192.0.2.7") == "192.0.2.7"
//   domain::client_network("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64"
#pragma once

#include <string>
#include <string_view>

namespace laurel::domain {

/// An IPv4 address stands for itself, also where IPv6 maps it (::ffff:192.0.2.7); of an IPv6
/// address the first 64 bits count, since one subscriber has at least those (RFC 6177). What is no
/// address becomes "unknown": all such clients share one budget.
[[nodiscard]] std::string client_network(std::string_view address);

}  // namespace laurel::domain

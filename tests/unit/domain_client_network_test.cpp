#include "domain/client_network.h"

#include <doctest/doctest.h>

namespace laurel::domain {
namespace {

TEST_CASE("promise 4: IPv4 by address, IPv6 by its first 64 bits") {
  CHECK(client_network("192.0.2.7") == "192.0.2.7");
  CHECK(client_network("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64");
  CHECK(client_network("2001:db8:1:2::") == "2001:db8:1:2::/64");
  CHECK(client_network("2001:0DB8:0001:0002::ffff") == "2001:db8:1:2::/64");
  CHECK(client_network("::1") == "0:0:0:0::/64");
  CHECK(client_network("fe80::1%eth0") == "fe80:0:0:0::/64");
  CHECK(client_network("::ffff:192.0.2.7") == "192.0.2.7");
  CHECK(client_network("::FFFF:c000:207") == "192.0.2.7");
}

TEST_CASE("promise 4: what is no address is one and the same client") {
  for (const char* text : {"", "unknown", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.-4", "1..2.3",
                           "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", ":1:2",
                           "1:2:3:4:5:6:7:", "::1.2.3", "g::1", "1.2.3.4, 5.6.7.8", "+1.2.3.4"}) {
    CAPTURE(std::string(text));
    CHECK(client_network(text) == "unknown");
  }
}

}  // namespace
}  // namespace laurel::domain

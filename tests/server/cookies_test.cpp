#include "server/cookies.h"

#include <doctest/doctest.h>

namespace laurel::server {
namespace {

TEST_CASE("promise 12: every cookie is Secure, HttpOnly, SameSite and for the whole host") {
  CHECK(format_cookie({"__Host-a", "v", std::nullopt}) ==
        "__Host-a=v; Path=/; Secure; HttpOnly; SameSite=Lax");
  CHECK(format_cookie({"__Host-a", "", 0}) ==
        "__Host-a=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax");
}

TEST_CASE("a Cookie header's pairs") {
  const auto cookies = parse_cookies("a=1;  b=x=y ;broken; =nameless; c=");
  REQUIRE(cookies.size() == 3);
  CHECK(cookies[0].name == "a");
  CHECK(cookies[0].value == "1");
  CHECK(cookies[1].value == "x=y");
  CHECK(cookies[2].value.empty());
  CHECK(parse_cookies("").empty());
}

}  // namespace
}  // namespace laurel::server

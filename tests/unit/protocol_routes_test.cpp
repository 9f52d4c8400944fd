#include "protocol/accounts/session.h"
#include "protocol/route.h"

#include <doctest/doctest.h>

namespace laurel::protocol {
namespace {

constexpr Route route{Method::get, "/a/{x}/b/{y}", "For tests"};

TEST_CASE("a path is built and matched again, whatever the parameters hold") {
  for (const std::string& value : {std::string("x"), std::string("a/b"), std::string("ä 山?#%"),
                                   std::string(".."), std::string("a+b&c=d")}) {
    const std::string path = path_of(route, {value, "2"});
    CHECK(path.find(' ') == std::string::npos);
    const auto parameters = match_path(route, path);
    REQUIRE(parameters);
    CHECK(*parameters == std::vector<std::string>{value, "2"});
  }
  CHECK(path_of(session_create, {"ipma"}) == "/api/v1/ipma/session");
  CHECK(path_of(route, {"a/b", "é"}) == "/a/a%2Fb/b/%C3%A9");
}

TEST_CASE("paths that are none of the route's") {
  for (const char* path : {"", "/", "a/1/b/2", "/a/1/b", "/a/1/b/", "/a/1/b/2/", "/a/1/b/2/3",
                           "/a//b/2", "/a/1/c/2", "/A/1/b/2", "/a/1/b/%", "/a/1/b/%2",
                           "/a/1/b/%zz", "/a/1/b/%ff", "/a/1/b/%c3", "//a/1/b/2"}) {
    CAPTURE(std::string(path));
    CHECK_FALSE(match_path(route, path));
  }
}

TEST_CASE("found by fuzz-routes: a raw character outside the path alphabet matches nothing") {
  CHECK(match_path(route, "/a/1/b/2").has_value());
  for (const std::string_view path : {"/a/1 2/b/2", "/a/\n/b/2", "/a/é/b/2", "/a/{x}/b/2",
                                      "/a/1?x/b/2", "/a/1#/b/2", "/a/1]/b/2"}) {
    CAPTURE(path);
    CHECK_FALSE(match_path(route, path).has_value());
  }
}

}  // namespace
}  // namespace laurel::protocol

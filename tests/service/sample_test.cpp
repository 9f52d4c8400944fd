#include "service/sample.h"

#include <doctest/doctest.h>

#include "protocol/catalogue.h"
#include "tests/support/backend.h"

namespace laurel {
namespace {

TEST_CASE("loading the sample again hashes and writes nothing") {
  tests::Backend backend;
  const int puts = backend.store.counts.puts;
  const int hashed = backend.hasher.hashed;
  CHECK(hashed == 1);  // all members, one password
  const auto login = service::load_sample(tests::read_asset("assets/sample/members.json"),
                                          backend.services);
  REQUIRE(login);
  CHECK(login->email == "mara.lind@example.org");
  CHECK(backend.store.counts.puts == puts);
  CHECK(backend.hasher.hashed == hashed);
}

TEST_CASE("a member's changed data survives loading the sample again") {
  tests::Backend backend;
  tests::Browser browser(backend);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  REQUIRE(service::load_sample(tests::read_asset("assets/sample/members.json"), backend.services));
  CHECK(browser.get("/api/v1/ipma/session").status == 200);
}

TEST_CASE("the sample's offers never grow old: those that are over are held once more") {
  tests::Backend backend;
  tests::Browser browser(backend);
  const auto count = [&] {
    const auto listed = base::decode_json<protocol::OffersResponse>(
        browser.get("/api/v1/ipma/events").body);
    REQUIRE(listed);
    return listed->offers.size();
  };
  CHECK(count() == 11);
  backend.clock.advance(std::chrono::hours(24 * 1000));
  CHECK(count() == 0);
  REQUIRE(service::load_sample(tests::read_asset("assets/sample/members.json"), backend.services));
  CHECK(count() == 11);
}

TEST_CASE("a sample that breaks its form is refused whole") {
  tests::Backend backend;
  for (const char* json : {"", "{}", R"({"sample":{},"members":[],"certificates":[]})"}) {
    const auto login = service::load_sample(json, backend.services);
    REQUIRE_FALSE(login);
    CHECK(login.error().code == base::ErrorCode::invalid_input);
  }
}

}  // namespace
}  // namespace laurel

#include <doctest/doctest.h>

#include "protocol/problem.h"
#include "service/accounts/schema.h"
#include "tests/support/backend.h"

namespace laurel {
namespace {

using tests::Backend;
using tests::Browser;

void check_unavailable(const protocol::Response& response) {
  CHECK(response.status == 503);
  CHECK(response.retry_after_s);
  CHECK(response.content_type == "application/problem+json");
  CHECK(response.body.find("SELECT") == std::string::npos);
  CHECK(response.body.find("disk") == std::string::npos);
  CHECK(response.cookies.empty());
}

TEST_CASE("promise 33: a store that cannot write acknowledges nothing, and recovers") {
  Backend backend;
  Browser browser(backend);
  backend.store.writes_fail = true;
  check_unavailable(browser.sign_in(backend.sample.email, backend.sample.password));
  backend.store.writes_fail = false;
  CHECK(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  backend.store.writes_fail = true;
  check_unavailable(browser.remove("/api/v1/ipma/session"));
  CHECK(browser.get("/api/v1/ipma/session").status == 200);
  CHECK(backend.reported.find("disk is full") != std::string::npos);
}

TEST_CASE("promise 19: a store's failure tells the client nothing of itself") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  backend.store.reads_fail = true;
  for (const char* path : {"/api/v1/ipma/session", "/api/v1/ipma/sessions",
                           "/api/v1/ipma/dashboard", "/api/v1/health"}) {
    check_unavailable(browser.get(path));
  }
  CHECK(backend.reported.find("SELECT") != std::string::npos);
}

TEST_CASE("reading goes on while noting that a session was seen fails") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  backend.clock.advance(std::chrono::minutes(5));
  backend.store.writes_fail = true;
  CHECK(browser.get("/api/v1/ipma/session").status == 200);
  CHECK(backend.reported.find("disk is full") != std::string::npos);
}

TEST_CASE("promise 19: a record that cannot be read is an error for the log, not a crash") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(backend.memory.write([](ports::Transaction& transaction) {
    return transaction.put(service::accounts::schema::accounts,
                           {.id = "broken", .document = "{]", .keys = {"ipma broken@example.org"}});
  }));
  check_unavailable(browser.sign_in("broken@example.org", "password"));
  CHECK(backend.reported.find("accounts") != std::string::npos);
}

}  // namespace
}  // namespace laurel

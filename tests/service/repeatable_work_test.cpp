// Every write of the tests here is done twice (tests/support/twice_store.h), so that work which cannot
// be repeated fails the tests of what it does.
#include <doctest/doctest.h>

#include "service/members/schema.h"
#include "tests/support/backend.h"

namespace laurel {
namespace {

using tests::Backend;

TEST_CASE("the service's tests run each write twice, the first time for nothing") {
  Backend backend;
  int runs = 0;
  bool was_there = false;
  REQUIRE(backend.services.store.write([&](ports::Transaction& transaction) -> base::Status {
    ++runs;
    const auto photo = transaction.get(service::members::schema::photos, "p");
    REQUIRE(photo);
    was_there = was_there || *photo;
    return transaction.put(service::members::schema::photos, {"p", "{}", {}});
  }));
  CHECK(runs == 2);
  CHECK_FALSE(was_there);
}

TEST_CASE("what is counted is what the run that counts has written") {
  Backend backend;
  const int puts = backend.store.counts.puts;
  REQUIRE(backend.services.store.write([&](ports::Transaction& transaction) -> base::Status {
    return transaction.put(service::members::schema::photos, {"p", "{}", {}});
  }));
  CHECK(backend.store.counts.puts == puts + 1);
}

}  // namespace
}  // namespace laurel

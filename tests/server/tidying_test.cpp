#include "server/tidying.h"

#include <doctest/doctest.h>

#include "service/schema.h"
#include "service/store/keys.h"
#include "tests/support/backend.h"

namespace laurel::tests {
namespace {

using ports::Collection;

bool expires(const Collection& collection) {
  for (const ports::Index& index : collection.indexes) {
    if (index.name == service::store::by_expiry.name) return true;
  }
  return false;
}

/// With no key but the time at which it is over.
ports::Record record_until(const Collection& collection, const std::string& id,
                           base::Instant instant) {
  ports::Record record{id, "{}", {}};
  for (const ports::Index& index : collection.indexes) {
    ports::IndexKeys& keys = record.keys.emplace_back();
    if (index.name != service::store::by_expiry.name) continue;
    keys.push_back(service::store::expiry_key(instant));
  }
  return record;
}

std::size_t count(Backend& backend, const Collection& collection) {
  std::size_t found = 0;
  REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
    found = transaction.list(collection, "", 100'000)->size();
    return {};
  }));
  return found;
}

TEST_CASE("records of every kind whose time is over are gone after the repeated work ran") {
  Backend backend;
  const base::Instant now = backend.clock.now();
  int kinds = 0;
  for (const Collection& collection : service::schema::all_collections()) {
    if (!expires(collection)) continue;
    ++kinds;
    REQUIRE(backend.memory.write([&](ports::Transaction& transaction) -> base::Status {
      for (int i = 0; i < 450; ++i) {
        const auto over = now - std::chrono::milliseconds(1 + i);
        REQUIRE(transaction.put(collection,
                                record_until(collection, "over " + std::to_string(i), over)));
      }
      return transaction.put(collection, record_until(collection, "in force", now));
    }));
  }
  CHECK(kinds == 10);
  CHECK(server::tidy_up(backend.services) == std::chrono::minutes(1));
  for (const Collection& collection : service::schema::all_collections()) {
    if (!expires(collection)) continue;
    CAPTURE(std::string(collection.name));
    CHECK(count(backend, collection) == 1);
  }
  const int writes = backend.store.counts.write_transactions;
  CHECK(server::tidy_up(backend.services) == std::chrono::minutes(1));
  CHECK(backend.store.counts.write_transactions == writes);
}

TEST_CASE("a store that is down is reported, and left alone for a while") {
  Backend backend;
  backend.store.reads_fail = true;
  CHECK(server::tidy_up(backend.services) == std::chrono::seconds(30));
  CHECK_FALSE(backend.reported.empty());
}

}  // namespace
}  // namespace laurel::tests

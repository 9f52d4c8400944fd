#include <doctest/doctest.h>

#include "tests/contract/hosts.h"

namespace laurel::tests {
namespace {

using adapters::memory::StagedStore;
using base::Status;
using ports::Record;
using ports::Transaction;

bool has(StagedStore& store, const std::string& id) {
  bool found = false;
  REQUIRE(store.read([&](Transaction& t) -> Status {
    const auto record = t.get(notes, id);
    REQUIRE(record);
    found = record->has_value();
    return {};
  }));
  return found;
}

void put(StagedStore& store, const std::string& id, const std::string& document = "{}") {
  REQUIRE(store.write([&](Transaction& t) { return t.put(notes, {id, document, {}}); }));
}

TEST_CASE("promise 22: changes gather over the transactions of a request, the last state of each") {
  StagedStore store;
  store.load("notes", {Record{"old", "{}", {}}});
  CHECK(store.changes().empty());
  put(store, "a", "1");
  put(store, "a", "2");
  REQUIRE(store.write([](Transaction& t) { return t.erase(notes, "old"); }));
  const auto changes = store.changes();
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].collection == "notes");
  CHECK(changes[0].id == "a");
  CHECK(changes[0].record->document == "2");
  CHECK(changes[1].id == "old");
  CHECK_FALSE(changes[1].record);
}

TEST_CASE("promise 22: what IndexedDB refused is undone, what it took stays") {
  StagedStore store;
  put(store, "kept");
  store.merge();
  CHECK(store.changes().empty());
  CHECK(has(store, "kept"));
  put(store, "dropped");
  REQUIRE(store.write([](Transaction& t) { return t.erase(notes, "kept"); }));
  CHECK(has(store, "dropped"));
  store.drop();
  CHECK_FALSE(has(store, "dropped"));
  CHECK(has(store, "kept"));
  CHECK(store.changes().empty());
}

TEST_CASE("a failed transaction adds nothing to the stage") {
  StagedStore store;
  put(store, "a");
  CHECK_FALSE(store.write([](Transaction& t) -> Status {
    REQUIRE(t.put(notes, {"b", "{}", {}}));
    return base::fail(base::ErrorCode::conflict, "no");
  }));
  CHECK(store.changes().size() == 1);
}

}  // namespace
}  // namespace laurel::tests

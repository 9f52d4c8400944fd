// Files that older versions of Laurel have made: what they hold is found after they are opened, also
// where a first try died midway.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/contract/hosts.h"
#include "tests/support/dying_sqlite.h"

namespace laurel::tests {
namespace {

using adapters::sqlite::Connection;
using adapters::sqlite::SqliteStore;
using base::Status;
using ports::Transaction;

void execute(const std::string& path, const std::vector<std::string>& statements) {
  const auto connection = Connection::open(path);
  REQUIRE(connection);
  for (const std::string& sql : statements) {
    CAPTURE(sql);
    REQUIRE((*connection)->execute(sql));
  }
}

/// In layout 1 each index was a column.
void make_layout_1(const std::string& path) {
  execute(path, {
      "CREATE TABLE things (id TEXT PRIMARY KEY NOT NULL, document TEXT NOT NULL) STRICT, WITHOUT "
      "ROWID",
      "ALTER TABLE things ADD COLUMN key_colour TEXT",
      "CREATE INDEX things_by_colour ON things(key_colour, id)",
      "ALTER TABLE things ADD COLUMN key_name TEXT",
      "CREATE UNIQUE INDEX things_by_name ON things(key_name)",
      "CREATE TABLE notes (id TEXT PRIMARY KEY NOT NULL, document TEXT NOT NULL) STRICT",
      "PRAGMA application_id=1281455474",
      "PRAGMA user_version=1",
      "INSERT INTO things VALUES ('1', '{\"a\":1}', 'grün', 'ball')",
      "INSERT INTO things VALUES ('2', '{}', 'grün', NULL)",
      "INSERT INTO things VALUES ('3', '{}', NULL, 'cube')",
      "INSERT INTO notes VALUES ('n', '{}')",
      "WITH RECURSIVE numbers(n) AS (SELECT 10 UNION ALL SELECT n + 1 FROM numbers WHERE n < 99) "
      "INSERT INTO things SELECT n, '{}', 'red', 'thing ' || n FROM numbers",
  });
}

void check_what_it_holds(const std::string& path) {
  const auto store = SqliteStore::open(path, test_collections);
  REQUIRE(store);
  REQUIRE((*store)->write([](Transaction& t) -> Status {
    const auto first = t.get(things, "1");
    REQUIRE(first);
    CHECK(*first == ports::Record{"1", "{\"a\":1}", {{"grün"}, {"ball"}}});
    CHECK(t.get(things, "2").value()->keys == std::vector<ports::IndexKeys>{{"grün"}, {}});
    CHECK(t.find(things, by_colour, "grün", 10)->size() == 2);
    CHECK(t.find(things, by_colour, "red", 1000)->size() == 90);
    CHECK(t.find(things, by_name, "cube", 10)->front().id == "3");
    CHECK(t.range(things, by_name, "", "~", 1000)->size() == 92);
    CHECK(t.list(things, "", 1000)->size() == 93);
    CHECK(t.get(notes, "n").value());
    const auto taken = t.put(things, {"4", "{}", {{}, {"cube"}}});
    REQUIRE_FALSE(taken);
    CHECK(taken.error().code == base::ErrorCode::conflict);
    CHECK(t.put(things, {"3", "{}", {{"red", "blue"}, {}}}));
    CHECK(t.put(things, {"4", "{}", {{}, {"cube"}}}));
    return {};
  }));
}

TEST_CASE("a file with a column for each index is found by every index") {
  const TemporaryFolder folder;
  make_layout_1(folder.file("old.db"));
  check_what_it_holds(folder.file("old.db"));
}

TEST_CASE("a migration that died midway runs again") {
  int deaths = 0;
  for (long steps = 10;; steps += steps / 2) {
    const TemporaryFolder folder;
    const std::string path = folder.file("old.db");
    make_layout_1(path);
    const bool died =
        dies_after(steps, [&] { static_cast<void>(SqliteStore::open(path, test_collections)); });
    CAPTURE(steps);
    check_what_it_holds(path);
    if (!died) break;
    ++deaths;
  }
  CHECK(deaths > 5);
}

TEST_CASE("a migration that fails midway leaves the file to the next try") {
  const TemporaryFolder folder;
  const std::string path = folder.file("old.db");
  make_layout_1(path);
  execute(path, {"CREATE TRIGGER full BEFORE UPDATE ON things BEGIN SELECT RAISE(ABORT, 'full'); END"});
  CHECK_FALSE(SqliteStore::open(path, test_collections));
  execute(path, {"DROP TRIGGER full"});
  check_what_it_holds(path);
}

}  // namespace
}  // namespace laurel::tests

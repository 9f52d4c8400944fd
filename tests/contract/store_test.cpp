// What every store promises (ports/store.h), on every store.
#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "tests/contract/hosts.h"

namespace laurel::tests {
namespace {

using base::ErrorCode;
using base::Status;
using ports::Record;
using ports::Transaction;

Record thing(std::string id, std::optional<std::string> colour = {},
             std::optional<std::string> name = {}, std::string document = "{}") {
  return {std::move(id), std::move(document), {std::move(colour), std::move(name)}};
}

std::optional<Record> stored(ports::Store& store, const std::string& id) {
  std::optional<Record> record;
  REQUIRE(store.read([&](Transaction& transaction) -> Status {
    auto found = transaction.get(things, id);
    REQUIRE(found);
    record = *found;
    return {};
  }));
  return record;
}

void put(ports::Store& store, const std::vector<Record>& records) {
  REQUIRE(store.write([&](Transaction& transaction) -> Status {
    for (const Record& record : records) {
      if (auto status = transaction.put(things, record); !status) return status;
    }
    return {};
  }));
}

std::vector<std::string> ids(const base::Result<std::vector<Record>>& records) {
  REQUIRE(records);
  std::vector<std::string> out;
  for (const Record& record : *records) out.push_back(record.id);
  return out;
}

using Ids = std::vector<std::string>;

#define STORES MemoryHost, StagedHost, MergedHost, SqliteHost

TEST_CASE_TEMPLATE("a record comes back as it was put, until it is erased", Host, STORES) {
  Host host;
  const Record record = thing("1", "red", "ball", "{\"name\":\"山田 🎓\\u0000\"}");
  CHECK_FALSE(stored(host.store(), "1"));
  put(host.store(), {record});
  CHECK(stored(host.store(), "1") == record);
  const Record changed = thing("1", std::nullopt, "cube");
  put(host.store(), {changed});
  CHECK(stored(host.store(), "1") == changed);
  REQUIRE(host.store().write([](Transaction& t) { return t.erase(things, "1"); }));
  CHECK_FALSE(stored(host.store(), "1"));
  CHECK(host.store().write([](Transaction& t) { return t.erase(things, "1"); }));
}

TEST_CASE_TEMPLATE("collections are apart", Host, STORES) {
  Host host;
  put(host.store(), {thing("1")});
  REQUIRE(host.store().read([](Transaction& transaction) -> Status {
    const auto note = transaction.get(notes, "1");
    REQUIRE(note);
    CHECK_FALSE(*note);
    return {};
  }));
}

TEST_CASE_TEMPLATE("a transaction sees its own writes, nobody does after an error", Host, STORES) {
  Host host;
  put(host.store(), {thing("1", "red"), thing("2", "red")});
  const auto status = host.store().write([](Transaction& t) -> Status {
    REQUIRE(t.put(things, thing("3", "red")));
    REQUIRE(t.put(things, thing("1", "blue")));
    REQUIRE(t.erase(things, "2"));
    CHECK(ids(t.find(things, by_colour, "red", 10)) == Ids{"3"});
    CHECK(ids(t.find(things, by_colour, "blue", 10)) == Ids{"1"});
    const auto erased = t.get(things, "2");
    REQUIRE(erased);
    CHECK_FALSE(*erased);
    return base::fail(ErrorCode::forbidden, "changed my mind");
  });
  REQUIRE_FALSE(status);
  CHECK(status.error() == base::Error{ErrorCode::forbidden, "changed my mind"});
  CHECK(stored(host.store(), "1") == thing("1", "red"));
  CHECK(stored(host.store(), "2") == thing("2", "red"));
  CHECK_FALSE(stored(host.store(), "3"));
}

TEST_CASE_TEMPLATE("find gives equal keys by id, up to the limit", Host, STORES) {
  Host host;
  put(host.store(), {thing("b", "red"), thing("a", "red"), thing("c", "re"), thing("d", "redd"),
                     thing("e"), thing("f", "red"), thing("g", "")});
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(ids(t.find(things, by_colour, "red", 10)) == Ids{"a", "b", "f"});
    CHECK(ids(t.find(things, by_colour, "red", 2)) == Ids{"a", "b"});
    CHECK(ids(t.find(things, by_colour, "red", 0)).empty());
    CHECK(ids(t.find(things, by_colour, "RED", 10)).empty());
    CHECK(ids(t.find(things, by_colour, "", 10)) == Ids{"g"});
    return {};
  }));
}

TEST_CASE_TEMPLATE("range gives keys in bytewise order, the end left out", Host, STORES) {
  Host host;
  put(host.store(),
      {thing("1", "b"), thing("2", "a"), thing("3", "B"), thing("4", "\xC3\xA9"), thing("5", "c"),
       thing("6"), thing("7", "b"), thing("8", "b\xF0\x9F\x8E\x93")});
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(ids(t.range(things, by_colour, "", "\xFF", 10)) ==
          Ids{"3", "2", "1", "7", "8", "5", "4"});
    CHECK(ids(t.range(things, by_colour, "b", "c", 10)) == Ids{"1", "7", "8"});
    CHECK(ids(t.range(things, by_colour, "b", "b", 10)).empty());
    CHECK(ids(t.range(things, by_colour, "", "\xFF", 3)) == Ids{"3", "2", "1"});
    return {};
  }));
}

TEST_CASE_TEMPLATE("list goes through a collection by id, in whatever index a record is", Host,
                   STORES) {
  Host host;
  put(host.store(), {thing("b", "red"), thing("a"), thing("B"), thing("\xC3\xA9"), thing("aa", "blue")});
  REQUIRE(host.store().write([](Transaction& t) -> Status {
    REQUIRE(t.put(things, thing("c")));
    REQUIRE(t.erase(things, "aa"));
    CHECK(ids(t.list(things, "", 10)) == Ids{"B", "a", "b", "c", "\xC3\xA9"});
    CHECK(ids(t.list(things, "", 2)) == Ids{"B", "a"});
    CHECK(ids(t.list(things, "a", 2)) == Ids{"b", "c"});
    CHECK(ids(t.list(things, "\xC3\xA9", 2)).empty());
    CHECK(ids(t.list(notes, "", 10)).empty());
    return {};
  }));
}

TEST_CASE_TEMPLATE("a unique key has one record; nothing is no key", Host, STORES) {
  Host host;
  put(host.store(), {thing("1", {}, "ball"), thing("2"), thing("3")});
  const auto taken = host.store().write(
      [](Transaction& t) { return t.put(things, thing("4", {}, "ball")); });
  REQUIRE_FALSE(taken);
  CHECK(taken.error().code == ErrorCode::conflict);
  CHECK_FALSE(stored(host.store(), "4"));
  put(host.store(), {thing("1", "red", "ball")});  // its own key
  REQUIRE(host.store().write([](Transaction& t) -> Status {  // handed over in one transaction
    if (auto status = t.erase(things, "1"); !status) return status;
    return t.put(things, thing("4", {}, "ball"));
  }));
  CHECK(stored(host.store(), "4"));
}

TEST_CASE_TEMPLATE("a refused put leaves the rest of the transaction alone", Host, STORES) {
  Host host;
  put(host.store(), {thing("1", {}, "ball")});
  REQUIRE(host.store().write([](Transaction& t) -> Status {
    CHECK_FALSE(t.put(things, thing("2", {}, "ball")));
    return t.put(things, thing("3", {}, "cube"));
  }));
  CHECK_FALSE(stored(host.store(), "2"));
  CHECK(stored(host.store(), "3"));
}

TEST_CASE_TEMPLATE("documents of a quarter megabyte", Host, STORES) {
  Host host;
  const Record record = thing("1", {}, {}, "\"" + std::string(256 * 1024, 'x') + "\"");
  put(host.store(), {record});
  CHECK(stored(host.store(), "1") == record);
}

TEST_CASE_TEMPLATE("writers at once: each increment counts, readers see whole transactions", Host,
                   MemoryHost, SqliteHost) {
  Host host;
  put(host.store(), {thing("a", {}, {}, "0"), thing("b", {}, {}, "0")});
  constexpr int writers = 8;
  constexpr int rounds = 25;
  std::atomic<int> torn{0};
  std::atomic<bool> over{false};
  std::thread reader([&] {
    while (!over) {
      static_cast<void>(host.store().read([&](Transaction& t) -> Status {
        const auto a = t.get(things, "a");
        const auto b = t.get(things, "b");
        if (!a || !b || (*a)->document != (*b)->document) ++torn;
        return {};
      }));
    }
  });
  std::atomic<int> failed{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < writers; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < rounds; ++round) {
        const auto status = host.store().write([](Transaction& t) -> Status {
          const auto a = t.get(things, "a");
          if (!a) return tl::unexpected(a.error());
          const std::string next = std::to_string(std::stoi((*a)->document) + 1);
          if (auto put = t.put(things, thing("a", {}, {}, next)); !put) return put;
          return t.put(things, thing("b", {}, {}, next));
        });
        if (!status) ++failed;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  over = true;
  reader.join();
  CHECK(failed == 0);
  CHECK(torn == 0);
  CHECK(stored(host.store(), "a")->document == std::to_string(writers * rounds));
}

TEST_CASE_TEMPLATE("what was committed is there after the store was closed and opened", Host,
                   SqliteHost) {
  Host host;
  put(host.store(), {thing("1", "red", "ball", "{\"a\":1}")});
  host.reopen();
  CHECK(stored(host.store(), "1") == thing("1", "red", "ball", "{\"a\":1}"));
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(ids(t.find(things, by_name, "ball", 1)) == Ids{"1"});
    return {};
  }));
}

}  // namespace
}  // namespace laurel::tests

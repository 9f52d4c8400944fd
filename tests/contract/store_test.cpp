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
  Record record{std::move(id), std::move(document), {{}, {}}};
  if (colour) record.keys[0].push_back(std::move(*colour));
  if (name) record.keys[1].push_back(std::move(*name));
  return record;
}

Record thing_of_many(std::string id, ports::IndexKeys colours, ports::IndexKeys names = {}) {
  return {std::move(id), "{}", {std::move(colours), std::move(names)}};
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

#define STORES MemoryHost, StagedHost, MergedHost, SqliteHost, BulkSqliteHost

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

TEST_CASE_TEMPLATE("a record with several keys is found by each of them", Host, STORES) {
  Host host;
  const Record ball = thing_of_many("1", {"red", "blue", std::string("a\0b", 3)}, {"ball", "globe"});
  put(host.store(), {ball, thing_of_many("2", {"red"}, {"cube"}), thing_of_many("3", {})});
  CHECK(stored(host.store(), "1") == ball);
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(ids(t.find(things, by_colour, "red", 10)) == Ids{"1", "2"});
    CHECK(ids(t.find(things, by_colour, "blue", 10)) == Ids{"1"});
    CHECK(ids(t.find(things, by_colour, std::string("a\0b", 3), 10)) == Ids{"1"});
    CHECK(ids(t.find(things, by_colour, "a", 10)).empty());
    CHECK(ids(t.find(things, by_colour, "red blue", 10)).empty());
    CHECK(ids(t.find(things, by_name, "ball", 10)) == Ids{"1"});
    CHECK(ids(t.find(things, by_name, "globe", 10)) == Ids{"1"});
    return {};
  }));
}

TEST_CASE_TEMPLATE("keys go when the record is saved without them, or is erased", Host, STORES) {
  Host host;
  put(host.store(), {thing_of_many("1", {"red", "blue"}, {"ball", "globe"})});
  put(host.store(), {thing_of_many("1", {"blue", "green"}, {"globe"})});
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(ids(t.find(things, by_colour, "red", 10)).empty());
    CHECK(ids(t.find(things, by_colour, "blue", 10)) == Ids{"1"});
    CHECK(ids(t.find(things, by_colour, "green", 10)) == Ids{"1"});
    CHECK(ids(t.range(things, by_name, "", "\xFF", 10)) == Ids{"1"});
    return {};
  }));
  put(host.store(), {thing_of_many("2", {}, {"ball"})});  // free again
  REQUIRE(host.store().write([](Transaction& t) { return t.erase(things, "1"); }));
  put(host.store(), {thing_of_many("1", {})});
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(ids(t.range(things, by_colour, "", "\xFF", 10)).empty());
    CHECK(ids(t.range(things, by_name, "", "\xFF", 10)) == Ids{"2"});
    return {};
  }));
}

TEST_CASE_TEMPLATE("range gives a record at each of its keys, equal ones once", Host, STORES) {
  Host host;
  put(host.store(), {thing_of_many("2", {"d", "b", "a", "b"}), thing_of_many("1", {"b", "c"}),
                     thing_of_many("3", {"b", "e"})});
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(ids(t.range(things, by_colour, "a", "e", 10)) == Ids{"2", "1", "2", "3", "1", "2"});
    CHECK(ids(t.range(things, by_colour, "a", "e", 3)) == Ids{"2", "1", "2"});
    CHECK(ids(t.range(things, by_colour, "c", "d", 10)) == Ids{"1"});
    CHECK(ids(t.find(things, by_colour, "b", 2)) == Ids{"1", "2"});
    return {};
  }));
}

TEST_CASE_TEMPLATE("none of a record's unique keys is another's", Host, STORES) {
  Host host;
  put(host.store(), {thing_of_many("1", {}, {"ball", "globe"})});
  const auto refused = [&](const Record& record) {
    const auto status =
        host.store().write([&](Transaction& t) { return t.put(things, record); });
    return !status && status.error().code == ErrorCode::conflict;
  };
  CHECK(refused(thing_of_many("2", {}, {"globe"})));
  CHECK(refused(thing_of_many("2", {"red"}, {"cube", "ball"})));
  CHECK_FALSE(stored(host.store(), "2"));
  REQUIRE(host.store().write([](Transaction& t) -> Status {
    CHECK_FALSE(t.put(things, thing_of_many("2", {"red"}, {"cube", "ball"})));
    return {};
  }));
  put(host.store(), {thing_of_many("3", {}, {"cube"}),  // the refused one has none of its keys
                     thing_of_many("1", {}, {"globe", "ball", "sphere"})});
  CHECK(refused(thing_of_many("3", {}, {"sphere"})));
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(ids(t.find(things, by_colour, "red", 10)).empty());
    CHECK(ids(t.range(things, by_name, "", "\xFF", 10)) == Ids{"1", "3", "1", "1"});
    return {};
  }));
}

TEST_CASE_TEMPLATE("get_many gives one for each id, in their order", Host, STORES) {
  Host host;
  put(host.store(), {thing("a", "red"), thing("b", {}, "ball"), thing("c")});
  REQUIRE(host.store().write([](Transaction& t) -> Status {
    REQUIRE(t.put(things, thing("d", "blue")));
    REQUIRE(t.erase(things, "c"));
    const Ids wanted{"d", "none", "b", "c", "b", "a", ""};
    const auto found = t.get_many(things, wanted);
    REQUIRE(found);
    CHECK(*found == std::vector<std::optional<Record>>{thing("d", "blue"), std::nullopt,
                                                       thing("b", {}, "ball"), std::nullopt,
                                                       thing("b", {}, "ball"), thing("a", "red"),
                                                       std::nullopt});
    CHECK(t.get_many(things, {})->empty());
    return {};
  }));
}

TEST_CASE_TEMPLATE("entries are those of a range, without the records", Host, STORES) {
  using Entries = std::vector<ports::Entry>;
  Host host;
  put(host.store(), {thing_of_many("2", {"d", "b", "a", "b"}), thing_of_many("1", {"b", "c"})});
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(*t.entries(things, by_colour, "b", "d", 10) ==
          Entries{{"b", "1"}, {"b", "2"}, {"c", "1"}});
    CHECK(*t.entries(things, by_colour, "", "\xFF", 2) == Entries{{"a", "2"}, {"b", "1"}});
    CHECK(t.entries(things, by_colour, "e", "\xFF", 2)->empty());
    return {};
  }));
}

TEST_CASE_TEMPLATE("what is announced finds nothing before it is put, and nothing else after", Host,
                   STORES) {
  Host host;
  put(host.store(), {thing("there", "red")});
  REQUIRE(host.store().write([](Transaction& t) -> Status {
    for (const char* id : {"kept", "other", "there"}) {
      REQUIRE(t.announce(things, by_colour, {"blue", id}));
    }
    CHECK(ids(t.find(things, by_colour, "blue", 10)).empty());
    return {};
  }));
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(ids(t.range(things, by_colour, "", "\xFF", 10)) == Ids{"there"});
    CHECK_FALSE(t.get(things, "kept").value());
    CHECK(ids(t.list(things, "", 10)) == Ids{"there"});
    return {};
  }));
  put(host.store(), {thing("kept", "blue"), thing("other", "green"), thing("there", "red")});
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(ids(t.find(things, by_colour, "blue", 1)) == Ids{"kept"});
    CHECK(ids(t.range(things, by_colour, "", "\xFF", 10)) == Ids{"kept", "other", "there"});
    return {};
  }));
  put(host.store(), {thing("kept")});
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(ids(t.find(things, by_colour, "blue", 10)).empty());
    return {};
  }));
  put(host.store(), {thing("kept", "blue")});  // after its entry was erased
  REQUIRE(host.store().write([](Transaction& t) { return t.erase(things, "there"); }));
  put(host.store(), {thing("there", "blue")});
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(ids(t.find(things, by_colour, "blue", 10)) == Ids{"kept", "there"});
    return {};
  }));
}

TEST_CASE_TEMPLATE("what is announced in a transaction that fails is not there", Host, STORES) {
  Host host;
  CHECK_FALSE(host.store().write([](Transaction& t) -> Status {
    REQUIRE(t.announce(things, by_colour, {"blue", "1"}));
    return base::fail(ErrorCode::conflict, "no");
  }));
  put(host.store(), {thing("1", "blue")});
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(ids(t.find(things, by_colour, "blue", 10)) == Ids{"1"});
    return {};
  }));
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

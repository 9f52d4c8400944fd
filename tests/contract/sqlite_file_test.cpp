// What concerns the file: migrations, other programs, full disks, foreign files.
#include <csignal>
#include <fstream>

#include <doctest/doctest.h>
#include <sys/resource.h>

#include "service/certificates/records.h"
#include "service/certificates/registry.h"
#include "service/reindex.h"
#include "service/schema.h"
#include "tests/contract/hosts.h"
#include "tests/support/seeded_entropy.h"

namespace laurel::tests {
namespace {

using adapters::sqlite::SqliteStore;
using base::ErrorCode;
using base::Status;
using ports::Transaction;

TEST_CASE("the service's own collections can be opened, again and again") {
  const TemporaryFolder folder;
  for (int i = 0; i < 2; ++i) {
    CHECK(SqliteStore::open(folder.file("laurel.db"), service::schema::all_collections()));
  }
}

TEST_CASE("a newer version adds collections and indexes, and the older one still opens the file") {
  static constexpr std::array old_indexes{by_colour};
  static constexpr std::array old_collections{ports::Collection{"things", old_indexes}};
  const TemporaryFolder folder;
  const std::string path = folder.file("test.db");
  {
    auto old = SqliteStore::open(path, old_collections);
    REQUIRE(old);
    REQUIRE((*old)->write([&](Transaction& t) {
      return t.put(old_collections[0], {"1", "{}", {"red"}});
    }));
  }
  {
    auto now = SqliteStore::open(path, test_collections);
    REQUIRE(now);
    REQUIRE((*now)->write([&](Transaction& t) -> Status {
      auto record = t.get(things, "1");
      REQUIRE(record);
      REQUIRE(*record);
      CHECK((*record)->keys == std::vector<std::optional<std::string>>{"red", std::nullopt});
      (*record)->keys[1] = "ball";
      REQUIRE(t.put(notes, {"n", "{}", {}}));
      return t.put(things, **record);
    }));
  }
  auto old = SqliteStore::open(path, old_collections);
  REQUIRE(old);
  CHECK((*old)->read([&](Transaction& t) -> Status {
    const auto record = t.get(old_collections[0], "1");
    REQUIRE(record);
    CHECK((*record)->keys.size() == 1);
    return {};
  }));
}

TEST_CASE("a database from before an index finds its old records by it after the next start") {
  static constexpr std::array old_collections{ports::Collection{"certificates", {}}};
  const TemporaryFolder folder;
  const std::string path = folder.file("laurel.db");
  service::certificates::CertificateRecord record;
  record.certificate.association = "ipma";
  record.certificate.number = "DE-24";
  record.certificate.owner_name = "Mara Lind";
  record.certificate.owner_email = "mara@example.org";
  {
    auto old = SqliteStore::open(path, old_collections);
    REQUIRE(old);
    REQUIRE((*old)->write([&](Transaction& t) {
      return t.put(old_collections[0], {record.id(), base::encode_json(record), {}});
    }));
  }
  for (int start = 0; start < 2; ++start) {
    auto now = SqliteStore::open(path, service::schema::all_collections());
    REQUIRE(now);
    int rewritten = 0;
    SeededEntropy entropy;
    REQUIRE(service::reindex(**now, entropy, [&](std::string_view) { ++rewritten; }));
    CHECK(rewritten == (start == 0 ? 1 : 0));
    REQUIRE((*now)->read([](Transaction& t) -> Status {
      for (const char* typed : {"de24", "mara@", "lind ma"}) {
        const auto found = service::certificates::find_in_registry(t, "ipma", typed);
        REQUIRE(found);
        CHECK(found->certificates.size() == 1);
      }
      return {};
    }));
  }
}

TEST_CASE("two stores on one file see each other's commits, and their writers take turns") {
  SqliteHost first;
  auto second = SqliteStore::open(first.folder.file("test.db"), test_collections);
  REQUIRE(second);
  for (int i = 0; i < 10; ++i) {
    ports::Store& store = i % 2 == 0 ? first.store() : **second;
    REQUIRE(store.write([i](Transaction& t) {
      return t.put(notes, {std::to_string(i), "{}", {}});
    }));
  }
  REQUIRE(first.store().read([](Transaction& t) -> Status {
    for (int i = 0; i < 10; ++i) {
      const auto note = t.get(notes, std::to_string(i));
      REQUIRE(note);
      CHECK(*note);
    }
    return {};
  }));
}

TEST_CASE("promise 33: a full disk acknowledges nothing, and writing goes on once there is space") {
  SqliteHost host;
  const std::string big(2 * 1024 * 1024, 'x');
  const auto write_big = [&](const std::string& id) {
    return host.store().write([&](Transaction& t) { return t.put(notes, {id, big, {}}); });
  };
  REQUIRE(host.store().write([](Transaction& t) { return t.put(notes, {"before", "{}", {}}); }));

  rlimit limit{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &limit) == 0);
  const rlimit small{.rlim_cur = 512 * 1024, .rlim_max = limit.rlim_max};
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  const auto status = write_big("during");
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
  std::signal(SIGXFSZ, old_handler);

  REQUIRE_FALSE(status);
  CHECK(status.error().code == ErrorCode::unavailable);
  CHECK(write_big("after"));
  host.reopen();
  REQUIRE(host.store().read([](Transaction& t) -> Status {
    CHECK(t.get(notes, "before").value());
    CHECK_FALSE(t.get(notes, "during").value());
    CHECK(t.get(notes, "after").value());
    return {};
  }));
}

TEST_CASE("a file that is no database, or another program's, is left alone") {
  const TemporaryFolder folder;
  const std::string path = folder.file("test.db");
  SUBCASE("text") {
    std::ofstream(path) << "This is certainly not a database file, but it is long enough for one.";
    const auto store = SqliteStore::open(path, test_collections);
    REQUIRE_FALSE(store);
    CHECK(store.error().code == ErrorCode::corrupt);
  }
  SUBCASE("another program's") {
    {
      auto connection = adapters::sqlite::Connection::open(path);
      REQUIRE(connection);
      REQUIRE((*connection)->execute("PRAGMA application_id=1234"));
    }
    const auto store = SqliteStore::open(path, test_collections);
    REQUIRE_FALSE(store);
    CHECK(store.error().code == ErrorCode::corrupt);
  }
  SUBCASE("a newer layout") {
    {
      auto connection = adapters::sqlite::Connection::open(path);
      REQUIRE(connection);
      REQUIRE((*connection)->execute("PRAGMA user_version=1000"));
    }
    CHECK_FALSE(SqliteStore::open(path, test_collections));
  }
  SUBCASE("a folder that does not exist") {
    const auto store = SqliteStore::open(folder.file("none/test.db"), test_collections);
    REQUIRE_FALSE(store);
    CHECK(store.error().code == ErrorCode::unavailable);
  }
}

}  // namespace
}  // namespace laurel::tests

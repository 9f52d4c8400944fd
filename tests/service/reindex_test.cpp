#include "service/reindex.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "service/accounts/schema.h"
#include "service/catalogue/schema.h"
#include "service/certificates/records.h"
#include "service/certificates/registry.h"
#include "service/certificates/schema.h"
#include "service/members/profile_records.h"
#include "service/schema.h"
#include "service/store/keys.h"
#include "service/store/records.h"
#include "tests/support/backend.h"

namespace laurel {
namespace {

using tests::Backend;

/// What is rewritten.
std::vector<std::string> reindexed(ports::Store& store) {
  std::vector<std::string> collections;
  tests::SeededEntropy entropy;
  REQUIRE(service::reindex(store, entropy, [&](std::string_view name) { collections.emplace_back(name); }));
  return collections;
}

/// As a version that knew neither names nor any index has left it.
void put_old(ports::Store& store, const service::certificates::CertificateRecord& record) {
  REQUIRE(store.write([&](ports::Transaction& transaction) {
    return transaction.put(
        service::certificates::schema::certificates,
        {record.id(), base::encode_json(record), service::store::Keys(record.keys().size())});
  }));
}

std::size_t count_found(ports::Store& store, const std::string& typed) {
  std::size_t count = 0;
  REQUIRE(store.read([&](ports::Transaction& transaction) -> base::Status {
    const auto found = service::certificates::find_in_registry(transaction, "ipma", typed);
    REQUIRE(found);
    count = found->certificates.size();
    return {};
  }));
  return count;
}

service::certificates::CertificateRecord old_certificate(int i) {
  service::certificates::CertificateRecord record;
  record.certificate.association = "ipma";
  record.certificate.number = "OLD-" + std::to_string(i);
  record.certificate.owner_name = "Ana Kos";
  record.certificate.owner_email = "ana.kos" + std::to_string(i) + "@example.org";
  return record;
}

TEST_CASE("records from before an index are put into it, once") {
  adapters::memory::MemoryStore memory;
  tests::CountingStore store(memory);
  for (int i = 0; i < 1234; ++i) put_old(store, old_certificate(i));
  CHECK(count_found(store, "OLD-77") == 0);
  CHECK(reindexed(store) == std::vector<std::string>{"certificates"});
  CHECK(count_found(store, "OLD-1233") == 1);
  CHECK(count_found(store, "ana.kos77@example.org") == 1);
  CHECK(count_found(store, "kos ana") == service::certificates::max_registry_hits);
  const int puts = store.counts.puts;
  CHECK(reindexed(store).empty());
  CHECK(store.counts.puts == puts);
}

TEST_CASE("the names that older versions kept elsewhere are cleared away") {
  adapters::memory::MemoryStore store;
  put_old(store, old_certificate(1));
  REQUIRE(store.write([](ports::Transaction& transaction) {
    return transaction.put(service::certificates::schema::certificate_names,
                           {"ipma OLD-1 0",
                            R"({"certificate":"ipma OLD-1","order":0,"words":"ipma ana kos"})",
                            {"ipma ana kos"}});
  }));
  CHECK_FALSE(reindexed(store).empty());
  REQUIRE(store.read([](ports::Transaction& transaction) -> base::Status {
    CHECK(transaction.list(service::certificates::schema::certificate_names, "", 10)->empty());
    return {};
  }));
  CHECK(count_found(store, "kos ana") == 1);
  CHECK(reindexed(store).empty());
}

TEST_CASE("links from before there were verification pages get one each, and keep it") {
  Backend backend;
  const auto links = [&] {
    std::vector<std::optional<std::string>> found;
    REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
      const auto listed =
          transaction.list(service::certificates::schema::certificate_links, "", 100);
      REQUIRE(listed);
      for (const ports::Record& one : *listed) {
        found.push_back(
            service::store::decode_record<service::certificates::LinkedCertificateRecord>(one)
                ->verification);
      }
      return {};
    }));
    return found;
  };
  REQUIRE(backend.memory.write([](ports::Transaction& transaction) {
    return transaction.put(service::certificates::schema::certificate_links,
                           {"ipma SI-23-C-00417",
                            R"({"certificate":"ipma SI-23-C-00417","account":"a"})",
                            {"a", std::nullopt, std::nullopt}});
  }));
  const auto before = links();
  CHECK(std::count(before.begin(), before.end(), std::nullopt) == 1);
  CHECK_FALSE(reindexed(backend.memory).empty());
  const auto after = links();
  CHECK(std::count(after.begin(), after.end(), std::nullopt) == 0);
  for (std::size_t i = 0; i < before.size(); ++i) CHECK((!before[i] || before[i] == after[i]));
  CHECK(reindexed(backend.memory).empty());
  CHECK(links() == after);
}

TEST_CASE("every collection with keys is rewritten when its indexes change") {
  std::vector<std::string> rewritten;
  for (const auto& one : service::rewritten_collections()) {
    rewritten.emplace_back(one.collection.name);
  }
  for (const ports::Collection& collection : service::schema::all_collections()) {
    if (collection.indexes.empty()) continue;
    CAPTURE(std::string(collection.name));
    CHECK(std::count(rewritten.begin(), rewritten.end(), collection.name) == 1);
  }
}

TEST_CASE("everything that the backend writes stays as it is when it is written anew") {
  Backend backend;
  const auto all = [&] {
    std::vector<ports::Record> records;
    REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
      for (const auto& one : service::rewritten_collections()) {
        const auto listed = transaction.list(one.collection, "", 10'000);
        REQUIRE(listed);
        records.insert(records.end(), listed->begin(), listed->end());
      }
      return {};
    }));
    return records;
  };
  const auto before = all();
  CHECK_FALSE(reindexed(backend.memory).empty());
  CHECK(all() == before);
}

TEST_CASE("an account from before profiles gets one of what it said, once") {
  Backend backend;
  const std::string id = "former";
  REQUIRE(backend.memory.write([&](ports::Transaction& transaction) {
    return transaction.put(
        service::accounts::schema::accounts,
        {id,
         R"({"member":{"id":"former","association":"ipma","email":"jo.old@example.org",)"
         R"("first_name":"Jo","last_name":"Old","country":"FI","member_association":"PRY"},)"
         R"("password_hash":"x"})",
         {"ipma jo.old@example.org"}});
  }));
  const auto profile = [&] {
    std::optional<service::members::ProfileRecord> record;
    REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
      auto loaded = service::members::load_profile(transaction, domain::MemberId(id));
      if (!loaded) return tl::unexpected(loaded.error());
      record = std::move(*loaded);
      const auto account = transaction.get(service::accounts::schema::accounts, id);
      REQUIRE(account);
      CHECK((*account)->document.find("Jo") == std::string::npos);
      return {};
    }));
    return *record;
  };
  CHECK_FALSE(reindexed(backend.memory).empty());
  const auto made = profile();
  CHECK(made.profile.first_name == "Jo");
  CHECK(made.profile.last_name == "Old");
  CHECK(made.profile.country == "FI");
  CHECK(made.profile.member_association == "PRY");
  CHECK(made.profile.privacy == domain::Privacy::general_profile);
  CHECK(made.association == "ipma");
  CHECK(reindexed(backend.memory).empty());
}

TEST_CASE("a record that cannot be read stops it, and nothing is said to be up to date") {
  adapters::memory::MemoryStore store;
  tests::SeededEntropy entropy;
  REQUIRE(store.write([](ports::Transaction& transaction) {
    return transaction.put(service::catalogue::schema::offers, {"ipma x", "{}", {std::nullopt}});
  }));
  const auto status = service::reindex(store, entropy, [](std::string_view) {});
  REQUIRE_FALSE(status);
  CHECK(status.error().code == base::ErrorCode::corrupt);
  CHECK(status.error().context.find("offers: ") == 0);
  CHECK_FALSE(service::reindex(store, entropy, [](std::string_view) {}));
}

}  // namespace
}  // namespace laurel

// A database as the version before indexes of several keys has made it, with its hand-made index
// collections: everything in it is found by every index after this version has opened it, also where
// a first try died midway.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "adapters/sqlite/sqlite_store.h"
#include "service/accounts/records.h"
#include "service/certificates/registry.h"
#include "service/members/profile_records.h"
#include "service/reindex.h"
#include "service/schema.h"
#include "service/store/records.h"
#include "tests/support/dying_sqlite.h"
#include "tests/support/seeded_entropy.h"
#include "tests/support/temporary_folder.h"

namespace laurel::tests {
namespace {

using adapters::sqlite::Connection;
using adapters::sqlite::SqliteStore;
using base::Status;
using ports::Transaction;
using service::accounts::AccountRecord;
using service::accounts::SessionRecord;
using service::certificates::CertificateRecord;
using service::members::ProfileRecord;

namespace schema {

using namespace service::accounts::schema;
using namespace service::certificates::schema;
using namespace service::members::schema;
using service::accounts::schema::by_account;
using service::store::by_expiry;

}  // namespace schema

/// So many that writing them anew takes several transactions.
constexpr int certificates = 600;

CertificateRecord certificate(int i) {
  CertificateRecord record;
  record.certificate.association = "ipma";
  record.certificate.number = "DE-24-" + std::to_string(i);
  record.certificate.owner_name = "Mara Lind";
  record.certificate.owner_email = "mara" + std::to_string(i) + "@example.org";
  return record;
}

AccountRecord account() {
  return {domain::Member{domain::MemberId("m1"), "ipma", "mara@example.org"}, "x"};
}

ProfileRecord profile() {
  auto record = service::members::first_profile(account().member, "Mara", "Lind", "SE", "");
  record.profile.country_of_origin = "SE";
  record.profile.privacy = domain::Privacy::public_profile;
  return record;
}

SessionRecord session() {
  SessionRecord record;
  record.token_hash = "t1";
  record.session_id = "s1";
  record.association = "ipma";
  record.account = account().member.id;
  return record;
}

/// A table of layout 1 with the columns of its indexes.
void create(Connection& connection, const std::string& name,
            const std::vector<std::string>& indexes, const std::string& unique = "") {
  REQUIRE(connection.execute("CREATE TABLE " + name +
                             " (id TEXT PRIMARY KEY NOT NULL, document TEXT NOT NULL) STRICT, "
                             "WITHOUT ROWID"));
  for (const std::string& index : indexes) {
    const std::string of = name + "_by_" + index + " ON " + name + "(key_" + index;
    REQUIRE(connection.execute("ALTER TABLE " + name + " ADD COLUMN key_" + index + " TEXT"));
    REQUIRE(connection.execute(index == unique ? "CREATE UNIQUE INDEX " + of + ")"
                                               : "CREATE INDEX " + of + ", id)"));
  }
}

void insert(Connection& connection, const std::string& table,
            const std::vector<std::string>& values) {
  std::string sql = "INSERT INTO " + table + " VALUES (";
  for (const std::string& value : values) sql += (value == values.front() ? "'" : ", '") + value + "'";
  REQUIRE(connection.execute(sql + ")"));
}

void insert_certificates(Connection& connection) {
  create(connection, "certificates", {"number"});
  create(connection, "certificate_words", {});
  create(connection, "certificate_addresses", {});
  for (int i = 0; i < certificates; ++i) {
    const auto record = certificate(i);
    const std::string& number = record.certificate.number;
    insert(connection, "certificates",
           {record.id(), base::encode_json(record), "ipma de24" + std::to_string(i)});
    insert(connection, "certificate_words", {"ipma lind mara|" + number, "{}"});
    insert(connection, "certificate_words", {"ipma mara lind|" + number, "{}"});
    insert(connection, "certificate_addresses",
           {"ipma " + *record.certificate.owner_email + " " + number, "{}"});
  }
}

void insert_member(Connection& connection) {
  create(connection, "accounts", {"email"}, "email");
  insert(connection, "accounts",
         {"m1", base::encode_json(account()), "ipma mara@example.org"});
  create(connection, "sessions", {"account", "session", "expiry"}, "session");
  insert(connection, "sessions",
         {"t1", base::encode_json(session()), "m1", "s1",
          service::store::expiry_key(session().end())});
  create(connection, "profiles",
         {"place", "country", "member_association", "country_and_association"});
  REQUIRE(connection.execute("INSERT INTO profiles VALUES ('m1', '" + base::encode_json(profile()) +
                             "', 'ipma\tlind\tmara\tm1', 'ipma\tSE\tlind\tmara\tm1', NULL, NULL)"));
  create(connection, "directory_words", {"name"});
  insert(connection, "directory_words", {"lind\tmara\tm1\t0", "{}", "ipma\tlind"});
  insert(connection, "directory_words", {"lind\tmara\tm1\t1", "{}", "ipma\tmara"});
  create(connection, "certificate_names", {"name"});
}

void make_old_database(const std::string& path) {
  const auto opened = Connection::open(path);
  REQUIRE(opened);
  Connection& connection = **opened;
  REQUIRE(connection.execute("BEGIN"));
  insert_certificates(connection);
  insert_member(connection);
  create(connection, "index_states", {});
  for (const auto& [of, state] : std::vector<std::pair<std::string, std::string>>{
           {"accounts", "2: email"},
           {"sessions", "1: account, session, expiry"},
           {"certificates", "3: number"},
           {"certificate_names", "2: name"},
           {"profiles", "1: place, country, member_association, country_and_association"},
           {"directory_words", "1: name"}}) {
    insert(connection, "index_states",
           {of, R"({"of":")" + of + R"(","state":")" + state + R"("})"});
  }
  REQUIRE(connection.execute("PRAGMA application_id=1281455474"));
  REQUIRE(connection.execute("PRAGMA user_version=1"));
  REQUIRE(connection.execute("COMMIT"));
}

std::unique_ptr<SqliteStore> open_and_reindex(const std::string& path) {
  auto store = SqliteStore::open(path, service::schema::all_collections());
  if (!store) throw std::runtime_error(store.error().context);
  SeededEntropy entropy;
  const auto status = service::reindex(**store, entropy, [](std::string_view) {});
  if (!status) throw std::runtime_error(status.error().context);
  return std::move(*store);
}

void check_certificates(Transaction& t) {
  for (const char* typed : {"de24599", "mara599@", "DE-24-599"}) {
    CAPTURE(typed);
    const auto found = service::certificates::find_in_registry(t, "ipma", typed);
    REQUIRE(found);
    REQUIRE(found->certificates.size() == 1);
    CHECK(found->certificates.front().number == "DE-24-599");
  }
  using service::certificates::schema::by_words;
  CHECK(t.find(schema::certificates, by_words, "ipma mara lind", 1000)->size() == certificates);
  CHECK(t.find(schema::certificates, by_words, "ipma lind mara", 1000)->size() == certificates);
  CHECK(t.range(schema::certificates, schema::by_number, "", "~", 1000)->size() == certificates);
  CHECK(t.range(schema::certificates, schema::by_owner_email, "", "~", 1000)->size() ==
        certificates);
}

void check_member(Transaction& t) {
  using service::members::schema::by_words;
  CHECK(service::store::load_by<AccountRecord>(t, schema::by_email, "ipma mara@example.org")
            .value());
  CHECK(service::store::load_by<SessionRecord>(t, schema::by_session, "s1").value());
  CHECK(t.find(schema::sessions, schema::by_account, "m1", 10)->size() == 1);
  CHECK(t.range(schema::sessions, schema::by_expiry, "", "~", 10)->size() == 1);
  CHECK(t.range(schema::profiles, schema::by_place, "ipma\tlind", "ipma\tline", 10)->size() == 1);
  CHECK(t.range(schema::profiles, schema::by_country, "ipma\tSE", "ipma\tSF", 10)->size() == 1);
  CHECK(t.range(schema::profiles, by_words, "ipma\tmar", "ipma\tmas", 10)->size() == 1);
  CHECK(t.range(schema::profiles, by_words, "ipma\tlin", "ipma\tlio", 10)->size() == 1);
  CHECK(*t.get(schema::profiles, "m1").value() == service::store::stored_form(profile()));
}

void check_all(SqliteStore& store) {
  REQUIRE(store.read([](Transaction& t) -> Status {
    check_certificates(t);
    check_member(t);
    for (const auto& former : {schema::certificate_names, schema::certificate_words,
                               schema::certificate_addresses, schema::directory_words}) {
      CAPTURE(std::string(former.name));
      CHECK(t.list(former, "", 10)->empty());
    }
    return {};
  }));
}

TEST_CASE("a database from before indexes of several keys is found by every index") {
  const TemporaryFolder folder;
  make_old_database(folder.file("laurel.db"));
  for (int start = 0; start < 2; ++start) check_all(*open_and_reindex(folder.file("laurel.db")));
}

TEST_CASE("an older database whose first start died midway is found at the next") {
  int deaths = 0;
  for (long steps = 1000;; steps *= 3) {
    const TemporaryFolder folder;
    const std::string path = folder.file("laurel.db");
    make_old_database(path);
    const bool died =
        dies_after(steps, [&] { static_cast<void>(open_and_reindex(path)); });
    CAPTURE(steps);
    check_all(*open_and_reindex(path));
    if (!died) break;
    ++deaths;
  }
  CHECK(deaths > 3);
}

}  // namespace
}  // namespace laurel::tests

#include "adapters/sqlite/schema.h"

#include <set>

namespace laurel::adapters::sqlite {
namespace {

using ports::Collection;
using ports::Index;

// Kept in the file's header, where SQLite has a place for each. The layout's version changes only
// when this adapter's own way of making tables does, not with every new collection.
constexpr long long application_id = 0x4C617572;  // "Laur"
constexpr long long layout_version = 1;

base::Result<long long> pragma(Connection& connection, const std::string& name) {
  auto statement = connection.prepare("PRAGMA " + name);
  if (!statement) return tl::unexpected(statement.error());
  const auto step = statement->step();
  if (!step) return tl::unexpected(step.error());
  return statement->integer(0);
}

base::Status check_layout(Connection& connection) {
  const auto owner = pragma(connection, "application_id");
  if (!owner) return tl::unexpected(owner.error());
  const auto version = pragma(connection, "user_version");
  if (!version) return tl::unexpected(version.error());
  if (*owner != 0 && *owner != application_id) {
    return base::fail(base::ErrorCode::corrupt, "SQLite: the file is another program's");
  }
  if (*version > layout_version) {
    return base::fail(base::ErrorCode::corrupt, "SQLite: the file is a newer version's");
  }
  return {};
}

base::Result<std::set<std::string>> columns_of(Connection& connection, const std::string& table) {
  auto statement = connection.prepare("SELECT name FROM pragma_table_info('" + table + "')");
  if (!statement) return tl::unexpected(statement.error());
  std::set<std::string> columns;
  for (;;) {
    const auto step = statement->step();
    if (!step) return tl::unexpected(step.error());
    if (*step == Step::done) return columns;
    columns.insert(statement->text(0));
  }
}

base::Status migrate_index(Connection& connection, const std::string& table, const Index& index,
                           const std::set<std::string>& columns) {
  const std::string column = column_of(index);
  if (!columns.contains(column)) {
    auto status = connection.execute("ALTER TABLE " + table + " ADD COLUMN " + column + " TEXT");
    if (!status) return status;
  }
  const std::string name = table + "_by_" + std::string(index.name);
  const std::string of = " " + name + " ON " + table + "(" + column;
  return connection.execute(index.unique ? "CREATE UNIQUE INDEX IF NOT EXISTS" + of + ")"
                                         : "CREATE INDEX IF NOT EXISTS" + of + ", id)");
}

base::Status migrate_collection(Connection& connection, const Collection& collection) {
  const std::string table(collection.name);
  const std::string columns_in_all =
      " (id TEXT PRIMARY KEY NOT NULL, document TEXT NOT NULL) STRICT, WITHOUT ROWID";
  // Without row numbers an id stands once in the file, not in the table and an index of its own. Tables
  // that older versions have made keep theirs; both read the same.
  auto status = connection.execute("CREATE TABLE IF NOT EXISTS " + table + columns_in_all);
  if (!status) return status;
  const auto columns = columns_of(connection, table);
  if (!columns) return tl::unexpected(columns.error());
  for (const Index& index : collection.indexes) {
    if (auto done = migrate_index(connection, table, index, *columns); !done) return done;
  }
  return {};
}

base::Status migrate_all(Connection& connection, std::span<const Collection> collections) {
  if (auto status = check_layout(connection); !status) return status;
  for (const Collection& collection : collections) {
    if (auto status = migrate_collection(connection, collection); !status) return status;
  }
  auto status = connection.execute("PRAGMA application_id=" + std::to_string(application_id));
  if (!status) return status;
  return connection.execute("PRAGMA user_version=" + std::to_string(layout_version));
}

}  // namespace

std::string column_of(const Index& index) { return "key_" + std::string(index.name); }

base::Status migrate(Connection& connection, std::span<const Collection> collections) {
  if (auto status = connection.execute("BEGIN IMMEDIATE"); !status) return status;
  auto status = migrate_all(connection, collections);
  if (status) status = connection.execute("COMMIT");
  if (connection.in_transaction()) static_cast<void>(connection.execute("ROLLBACK"));
  return status;
}

}  // namespace laurel::adapters::sqlite

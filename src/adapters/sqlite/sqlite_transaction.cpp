#include "adapters/sqlite/sqlite_transaction.h"

#include <cassert>

#include "adapters/sqlite/schema.h"

namespace laurel::adapters::sqlite {
namespace {

using ports::Collection;
using ports::Index;
using ports::Record;

/// "SELECT id, document, key_email FROM accounts"
std::string select(const Collection& collection) {
  std::string sql = "SELECT id, document";
  for (const Index& index : collection.indexes) sql += ", " + column_of(index);
  return sql + " FROM " + std::string(collection.name);
}

std::string upsert(const Collection& collection) {
  std::string columns = "id, document";
  std::string values = "?1, ?2";
  std::string updates = "document = excluded.document";
  int parameter = 2;
  for (const Index& index : collection.indexes) {
    const std::string column = column_of(index);
    columns += ", " + column;
    values += ", ?" + std::to_string(++parameter);
    updates += ", " + column + " = excluded." + column;
  }
  return "INSERT INTO " + std::string(collection.name) + " (" + columns + ") VALUES (" + values +
         ") ON CONFLICT (id) DO UPDATE SET " + updates;
}

enum Kind { get_one, put_one };

/// Collections are constants: their names and indexes stay where they are.
Connection::Purpose purpose_of(const Collection& collection, Kind kind) {
  return {collection.name.data(), collection.indexes.data(), kind};
}

Record record_in(const Statement& statement, const Collection& collection) {
  Record record{statement.text(0), statement.text(1), {}};
  for (std::size_t i = 0; i < collection.indexes.size(); ++i) {
    const int column = static_cast<int>(i) + 2;
    if (statement.is_null(column)) {
      record.keys.emplace_back();
    } else {
      record.keys.emplace_back(statement.text(column));
    }
  }
  return record;
}

base::Result<std::vector<Record>> all_rows(Statement& statement, const Collection& collection) {
  std::vector<Record> records;
  for (;;) {
    const auto step = statement.step();
    if (!step) return tl::unexpected(step.error());
    if (*step == Step::done) return records;
    records.push_back(record_in(statement, collection));
  }
}

}  // namespace

SqliteTransaction::~SqliteTransaction() {
  // Nothing can be done about a failure here; the connection ends the transaction by itself then.
  if (connection_.in_transaction()) static_cast<void>(connection_.execute("ROLLBACK"));
}

base::Status SqliteTransaction::begin() {
  return connection_.execute(access_ == Access::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

base::Status SqliteTransaction::commit() {
  // A full disk may have ended the transaction although the work went on: nothing is committed
  // then.
  if (!connection_.in_transaction()) {
    return base::fail(base::ErrorCode::unavailable, "SQLite: the transaction was rolled back");
  }
  return connection_.execute("COMMIT");
}

base::Result<std::optional<Record>> SqliteTransaction::get(const Collection& collection,
                                                           std::string_view id) {
  auto statement = connection_.prepare(purpose_of(collection, get_one), [&] {
    return select(collection) + " WHERE id = ?1";
  });
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, id);
  const auto step = statement->step();
  if (!step) return tl::unexpected(step.error());
  if (*step == Step::done) return std::nullopt;
  return std::optional(record_in(*statement, collection));
}

base::Result<std::vector<Record>> SqliteTransaction::find(const Collection& collection,
                                                          const Index& index, std::string_view key,
                                                          std::size_t limit) {
  auto statement = connection_.prepare(select(collection) + " WHERE " + column_of(index) +
                                       " = ?1 ORDER BY id LIMIT ?2");
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, key);
  statement->bind(2, limit);
  return all_rows(*statement, collection);
}

base::Result<std::vector<Record>> SqliteTransaction::range(const Collection& collection,
                                                           const Index& index,
                                                           std::string_view from,
                                                           std::string_view to,
                                                           std::size_t limit) {
  const std::string column = column_of(index);
  auto statement = connection_.prepare(select(collection) + " WHERE " + column + " >= ?1 AND " +
                                       column + " < ?2 ORDER BY " + column + ", id LIMIT ?3");
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, from);
  statement->bind(2, to);
  statement->bind(3, limit);
  return all_rows(*statement, collection);
}

base::Result<std::vector<Record>> SqliteTransaction::list(const Collection& collection,
                                                          std::string_view after,
                                                          std::size_t limit) {
  auto statement =
      connection_.prepare(select(collection) + " WHERE id > ?1 ORDER BY id LIMIT ?2");
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, after);
  statement->bind(2, limit);
  return all_rows(*statement, collection);
}

base::Status SqliteTransaction::put(const Collection& collection, const Record& record) {
  assert(access_ == Access::write);
  assert(record.keys.size() == collection.indexes.size());
  auto statement =
      connection_.prepare(purpose_of(collection, put_one), [&] { return upsert(collection); });
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, record.id);
  statement->bind(2, record.document);
  for (std::size_t i = 0; i < record.keys.size(); ++i) {
    statement->bind_or_null(static_cast<int>(i) + 3, record.keys[i]);
  }
  const auto step = statement->step();
  if (!step) return tl::unexpected(step.error());
  return {};
}

base::Status SqliteTransaction::erase(const Collection& collection, std::string_view id) {
  assert(access_ == Access::write);
  auto statement =
      connection_.prepare("DELETE FROM " + std::string(collection.name) + " WHERE id = ?1");
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, id);
  const auto step = statement->step();
  if (!step) return tl::unexpected(step.error());
  return {};
}

}  // namespace laurel::adapters::sqlite

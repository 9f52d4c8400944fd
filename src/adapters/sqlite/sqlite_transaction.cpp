#include "adapters/sqlite/sqlite_transaction.h"

#include <algorithm>
#include <cassert>

#include "adapters/sqlite/index_keys.h"
#include "adapters/sqlite/schema.h"

namespace laurel::adapters::sqlite {
namespace {

using ports::Collection;
using ports::Index;
using ports::IndexKeys;
using ports::Record;

/// The columns of `keys_in`: "keys_number, keys_words".
std::string key_columns(const Collection& collection) {
  std::string columns;
  for (const Index& index : collection.indexes) {
    columns += (columns.empty() ? "" : ", ") + column_of(index);
  }
  return columns;
}

/// "SELECT records.id, document, keys_email FROM accounts AS records"
std::string select(const Collection& collection, const std::string& more_columns = "") {
  std::string sql = "SELECT records.id, document";
  if (!collection.indexes.empty()) sql += ", " + key_columns(collection);
  return sql + more_columns + " FROM " + std::string(collection.name) + " AS records";
}

/// The records of the index's entries, with the entry's key in the last column. The cross join has
/// SQLite go through the entries, in their order.
std::string select_by(const Collection& collection, const Index& index,
                      const std::string& condition, const std::string& order) {
  std::string sql = select(collection, ", entries.key");
  const std::size_t from = sql.rfind(" FROM ") + 6;
  sql.insert(from, table_of(collection, index) + " AS entries CROSS JOIN ");
  return sql + " ON records.id = entries.id WHERE " + condition + " ORDER BY " + order;
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

enum Kind { get_one, get_keys, put_one, put_entry, erase_entry, find_other };

/// Collections are constants: their names and indexes stay where they are.
Connection::Purpose purpose_of(const Collection& collection, Kind kind) {
  return {collection.name.data(), collection.indexes.data(), kind};
}

Connection::Purpose purpose_of(const Collection& collection, const Index& index, Kind kind) {
  return {collection.name.data(), index.name.data(), kind};
}

std::vector<IndexKeys> keys_in(const Statement& statement, int first_column,
                               const Collection& collection) {
  std::vector<IndexKeys> keys;
  for (std::size_t i = 0; i < collection.indexes.size(); ++i) {
    keys.push_back(decode_keys(statement.view(first_column + static_cast<int>(i))));
  }
  return keys;
}

Record record_in(const Statement& statement, const Collection& collection) {
  return {statement.text(0), statement.text(1), keys_in(statement, 2, collection)};
}

std::size_t position_of(const Index& index, const Collection& collection) {
  const auto found = std::find_if(collection.indexes.begin(), collection.indexes.end(),
                                  [&](const Index& one) { return one.name == index.name; });
  assert(found != collection.indexes.end() && "the collection has no such index");
  return static_cast<std::size_t>(found - collection.indexes.begin());
}

/// Of the rows of `select_by`, those whose records have the key.
base::Result<std::vector<Record>> rows_by(Statement& statement, const Collection& collection,
                                          const Index& index, std::size_t limit) {
  const std::size_t position = position_of(index, collection);
  const int key_column = 2 + static_cast<int>(collection.indexes.size());
  std::vector<Record> records;
  while (records.size() < limit) {
    const auto step = statement.step();
    if (!step) return tl::unexpected(step.error());
    if (*step == Step::done) break;
    Record record = record_in(statement, collection);
    if (contains(record.keys[position], statement.view(key_column))) {
      records.push_back(std::move(record));
    }
  }
  return records;
}

/// For a statement that gives no rows.
base::Status run(Statement& statement) {
  const auto step = statement.step();
  if (!step) return tl::unexpected(step.error());
  return {};
}

}  // namespace

SqliteTransaction::~SqliteTransaction() {
  // Nothing can be done about a failure here; the connection ends the transaction by itself then.
  if (connection_.in_transaction()) static_cast<void>(connection_.execute("ROLLBACK"));
  if (announced_ != nullptr) announced_->forget();
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
  auto status = connection_.execute("COMMIT");
  if (status && announced_ != nullptr) announced_->keep();
  return status;
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

/// In one process each is a look into a table, however many are asked for at once.
base::Result<std::vector<std::optional<Record>>> SqliteTransaction::get_many(
    const Collection& collection, std::span<const std::string> ids) {
  std::vector<std::optional<Record>> records;
  for (const std::string& id : ids) {
    auto record = get(collection, id);
    if (!record) return tl::unexpected(record.error());
    records.push_back(std::move(*record));
  }
  return records;
}

base::Result<std::vector<Record>> SqliteTransaction::find(const Collection& collection,
                                                          const Index& index, std::string_view key,
                                                          std::size_t limit) {
  auto statement = connection_.prepare(
      select_by(collection, index, "entries.key = ?1", "entries.id"));
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, key);
  return rows_by(*statement, collection, index, limit);
}

base::Result<std::vector<Record>> SqliteTransaction::range(const Collection& collection,
                                                           const Index& index,
                                                           std::string_view from,
                                                           std::string_view to,
                                                           std::size_t limit) {
  auto statement = connection_.prepare(select_by(
      collection, index, "entries.key >= ?1 AND entries.key < ?2", "entries.key, entries.id"));
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, from);
  statement->bind(2, to);
  return rows_by(*statement, collection, index, limit);
}

base::Result<std::vector<ports::Entry>> SqliteTransaction::entries(const Collection& collection,
                                                                   const Index& index,
                                                                   std::string_view from,
                                                                   std::string_view to,
                                                                   std::size_t limit) {
  auto statement = connection_.prepare("SELECT key, id FROM " + table_of(collection, index) +
                                       " WHERE key >= ?1 AND key < ?2 ORDER BY key, id LIMIT ?3");
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, from);
  statement->bind(2, to);
  statement->bind(3, limit);
  std::vector<ports::Entry> found;
  for (;;) {
    const auto step = statement->step();
    if (!step) return tl::unexpected(step.error());
    if (*step == Step::done) return found;
    found.push_back({statement->text(0), statement->text(1)});
  }
}

base::Result<std::vector<Record>> SqliteTransaction::list(const Collection& collection,
                                                          std::string_view after,
                                                          std::size_t limit) {
  auto statement =
      connection_.prepare(select(collection) + " WHERE id > ?1 ORDER BY id LIMIT ?2");
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, after);
  statement->bind(2, limit);
  std::vector<Record> records;
  for (;;) {
    const auto step = statement->step();
    if (!step) return tl::unexpected(step.error());
    if (*step == Step::done) return records;
    records.push_back(record_in(*statement, collection));
  }
}

base::Status SqliteTransaction::put(const Collection& collection, const Record& record) {
  assert(access_ == Access::write);
  assert(record.keys.size() == collection.indexes.size());
  const auto before = keys_of(collection, record.id);
  if (!before) return tl::unexpected(before.error());
  if (auto status = check_unique(collection, record, *before); !status) return status;
  if (auto status = change_entries(collection, record.id, *before, record.keys); !status) {
    return status;
  }
  auto statement =
      connection_.prepare(purpose_of(collection, put_one), [&] { return upsert(collection); });
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, record.id);
  statement->bind(2, record.document);
  std::vector<std::string> encoded;
  for (const IndexKeys& keys : record.keys) encoded.push_back(encode(keys));
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    const int parameter = static_cast<int>(i) + 3;
    if (encoded[i].empty()) {
      statement->bind_null(parameter);
    } else {
      statement->bind(parameter, encoded[i]);
    }
  }
  return run(*statement);
}

base::Status SqliteTransaction::erase(const Collection& collection, std::string_view id) {
  assert(access_ == Access::write);
  const auto before = keys_of(collection, id);
  if (!before) return tl::unexpected(before.error());
  const std::vector<IndexKeys> none(collection.indexes.size());
  if (auto status = change_entries(collection, id, *before, none); !status) return status;
  auto statement =
      connection_.prepare("DELETE FROM " + std::string(collection.name) + " WHERE id = ?1");
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, id);
  return run(*statement);
}

base::Status SqliteTransaction::announce(const Collection& collection, const Index& index,
                                         const ports::Entry& entry) {
  assert(access_ == Access::write);
  assert(!index.unique);
  if (announced_ != nullptr) announced_->note(table_of(collection, index), entry.key, entry.id);
  return change_entry(collection, index, EntryChange::put, entry.key, entry.id);
}

base::Result<std::vector<IndexKeys>> SqliteTransaction::keys_of(const Collection& collection,
                                                                std::string_view id) {
  std::vector<IndexKeys> none(collection.indexes.size());
  if (collection.indexes.empty()) return none;
  auto statement = connection_.prepare(purpose_of(collection, get_keys), [&] {
    return "SELECT " + key_columns(collection) + " FROM " + std::string(collection.name) +
           " WHERE id = ?1";
  });
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, id);
  const auto step = statement->step();
  if (!step) return tl::unexpected(step.error());
  if (*step == Step::done) return none;
  return keys_in(*statement, 0, collection);
}

/// An entry whose record an older version has erased, which did not know the index, keeps nobody
/// out.
base::Status SqliteTransaction::check_unique(const Collection& collection, const Record& record,
                                             const std::vector<IndexKeys>& before) {
  for (std::size_t i = 0; i < record.keys.size(); ++i) {
    const Index& index = collection.indexes[i];
    if (!index.unique) continue;
    for (const std::string& key : record.keys[i]) {
      if (contains(before[i], key)) continue;
      auto statement = connection_.prepare(purpose_of(collection, index, find_other), [&] {
        const std::string records(collection.name);
        return "SELECT 1 FROM " + table_of(collection, index) + " AS entries JOIN " + records +
               " AS records ON records.id = entries.id WHERE entries.key = ?1 AND entries.id <> ?2";
      });
      if (!statement) return tl::unexpected(statement.error());
      statement->bind(1, key);
      statement->bind(2, record.id);
      const auto step = statement->step();
      if (!step) return tl::unexpected(step.error());
      if (*step == Step::row) {
        return base::fail(base::ErrorCode::conflict, "SQLite: a unique key is taken");
      }
    }
  }
  return {};
}

base::Status SqliteTransaction::change_entries(const Collection& collection, std::string_view id,
                                               const std::vector<IndexKeys>& before,
                                               const std::vector<IndexKeys>& after) {
  const bool is_new = std::all_of(before.begin(), before.end(),
                                  [](const IndexKeys& keys) { return keys.empty(); });
  for (std::size_t i = 0; i < after.size(); ++i) {
    const Index& index = collection.indexes[i];
    for (const std::string& key : before[i]) {
      if (contains(after[i], key)) continue;
      if (auto status = change_entry(collection, index, EntryChange::erase, key, id); !status) {
        return status;
      }
    }
    for (const std::string& key : after[i]) {
      if (contains(before[i], key)) continue;
      if (is_new && is_announced(collection, index, key, id)) continue;
      if (auto status = change_entry(collection, index, EntryChange::put, key, id); !status) {
        return status;
      }
    }
  }
  return {};
}

bool SqliteTransaction::is_announced(const Collection& collection, const Index& index,
                                     std::string_view key, std::string_view id) {
  return announced_ != nullptr && announced_->has(table_of(collection, index), key, id);
}

base::Status SqliteTransaction::change_entry(const Collection& collection, const Index& index,
                                             EntryChange change, std::string_view key,
                                             std::string_view id) {
  if (change == EntryChange::erase && announced_ != nullptr) {
    announced_->withdraw(table_of(collection, index), key, id);
  }
  const Kind kind = change == EntryChange::put ? put_entry : erase_entry;
  auto statement = connection_.prepare(purpose_of(collection, index, kind), [&] {
    const std::string table = table_of(collection, index);
    if (change == EntryChange::erase) return "DELETE FROM " + table + " WHERE key = ?1 AND id = ?2";
    // What stands there is the same, or led nowhere.
    return (index.unique ? "INSERT OR REPLACE INTO " : "INSERT OR IGNORE INTO ") + table +
           " (key, id) VALUES (?1, ?2)";
  });
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, key);
  statement->bind(2, id);
  return run(*statement);
}

}  // namespace laurel::adapters::sqlite

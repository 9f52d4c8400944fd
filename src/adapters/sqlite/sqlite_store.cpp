#include "adapters/sqlite/sqlite_store.h"

#include <utility>

#include "adapters/sqlite/schema.h"
#include "adapters/sqlite/sqlite_transaction.h"

namespace laurel::adapters::sqlite {
namespace {

/// Reading is short; more connections than processors would only add file handles and caches.
constexpr int reader_count = 4;

/// Index entries come in no order: with the everyday 2 MB of cache nearly each would read a page and
/// write one; and what the log holds of a page is copied into the file once, however often it changed.
base::Status prepare_for_bulk(Connection& connection) {
  for (const char* sql : {"PRAGMA cache_size=-262144", "PRAGMA wal_autocheckpoint=65536"}) {
    auto statement = connection.prepare(sql);
    if (!statement) return tl::unexpected(statement.error());
    const auto step = statement->step();
    if (!step) return tl::unexpected(step.error());
  }
  return {};
}

base::Status run(Connection& connection, Access access, const ports::Store::Work& work) {
  SqliteTransaction transaction(connection, access);
  if (auto status = transaction.begin(); !status) return status;
  if (auto status = work(transaction); !status) return status;
  return transaction.commit();
}

}  // namespace

/// A connection for reading, given back when this is destroyed.
class SqliteStore::BorrowedReader {
 public:
  explicit BorrowedReader(SqliteStore& store) : store_(store) {
    std::unique_lock lock(store_.readers_mutex_);
    store_.reader_returned_.wait(lock, [this] { return !store_.idle_readers_.empty(); });
    connection_ = std::move(store_.idle_readers_.back());
    store_.idle_readers_.pop_back();
  }
  ~BorrowedReader() {
    {
      const std::lock_guard lock(store_.readers_mutex_);
      store_.idle_readers_.push_back(std::move(connection_));
    }
    store_.reader_returned_.notify_one();
  }
  BorrowedReader(const BorrowedReader&) = delete;
  BorrowedReader& operator=(const BorrowedReader&) = delete;

  [[nodiscard]] Connection& connection() { return *connection_; }

 private:
  SqliteStore& store_;
  std::unique_ptr<Connection> connection_;
};

base::Result<std::unique_ptr<SqliteStore>> SqliteStore::open(
    const std::string& path, std::span<const ports::Collection> collections, Load load) {
  std::unique_ptr<SqliteStore> store(new SqliteStore);
  auto writer = Connection::open(path);
  if (!writer) return tl::unexpected(writer.error());
  store->writer_ = std::move(*writer);
  if (auto status = migrate(*store->writer_, collections); !status) {
    return tl::unexpected(status.error());
  }
  if (load == Load::bulk) {
    auto status = prepare_for_bulk(*store->writer_);
    if (!status) return tl::unexpected(status.error());
  }
  for (int i = 0; i < reader_count; ++i) {
    auto reader = Connection::open(path);
    if (!reader) return tl::unexpected(reader.error());
    store->idle_readers_.push_back(std::move(*reader));
  }
  return store;
}

base::Status SqliteStore::write(const Work& work) {
  const std::lock_guard lock(writing_);
  return run(*writer_, Access::write, work);
}

base::Status SqliteStore::read(const Work& work) {
  BorrowedReader reader(*this);
  return run(reader.connection(), Access::read, work);
}

}  // namespace laurel::adapters::sqlite

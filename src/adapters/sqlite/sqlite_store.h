// The store of a server by itself: one SQLite file, nothing to install or run beside it.
//
//   auto store = SqliteStore::open("laurel.db", service::schema::all_collections());
//   if (!store) …  store.error().context
//   (*store)->write(…)
//
// Threads share it: writers wait for one another, readers do not wait (WAL). Other programs may
// open the file at the same time. A transaction that commits is on the disk (synchronous=FULL); one
// that meets a full or broken disk is rolled back, answered with `unavailable`, and the store goes
// on as soon as there is space again.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "adapters/sqlite/connection.h"
#include "ports/store.h"

namespace laurel::adapters::sqlite {

/// What a store is opened for.
enum class Load {
  everyday,
  bulk,  // writing much in many transactions: more memory, and the log is copied into the file seldom
};

class SqliteStore final : public ports::Store {
 public:
  /// Opens or creates the file and brings its tables up to date (adapters/sqlite/schema.h). Errors:
  /// `unavailable`, `corrupt`.
  [[nodiscard]] static base::Result<std::unique_ptr<SqliteStore>> open(
      const std::string& path, std::span<const ports::Collection> collections,
      Load load = Load::everyday);

  [[nodiscard]] base::Status write(const Work& work) override;
  [[nodiscard]] base::Status read(const Work& work) override;

 private:
  SqliteStore() = default;
  class BorrowedReader;

  std::mutex writing_;
  std::unique_ptr<Connection> writer_;

  std::mutex readers_mutex_;
  std::condition_variable reader_returned_;
  std::vector<std::unique_ptr<Connection>> idle_readers_;
};

}  // namespace laurel::adapters::sqlite

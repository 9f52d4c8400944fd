// The port's transaction as SQL on one connection.
#pragma once

#include "adapters/sqlite/connection.h"
#include "ports/store.h"

namespace laurel::adapters::sqlite {

enum class Access { read, write };

/// Between `begin` and `commit`; rolled back when destroyed before that.
class SqliteTransaction final : public ports::Transaction {
 public:
  SqliteTransaction(Connection& connection, Access access)
      : connection_(connection), access_(access) {}
  ~SqliteTransaction() override;

  /// Takes the lock for writing at once, so that no two writers can meet later.
  [[nodiscard]] base::Status begin();

  /// When this succeeds the changes are on the disk.
  [[nodiscard]] base::Status commit();

  [[nodiscard]] base::Result<std::optional<ports::Record>> get(const ports::Collection& collection,
                                                               std::string_view id) override;
  [[nodiscard]] base::Result<std::vector<ports::Record>> find(const ports::Collection& collection,
                                                              const ports::Index& index,
                                                              std::string_view key,
                                                              std::size_t limit) override;
  [[nodiscard]] base::Result<std::vector<ports::Record>> range(const ports::Collection& collection,
                                                               const ports::Index& index,
                                                               std::string_view from,
                                                               std::string_view to,
                                                               std::size_t limit) override;
  [[nodiscard]] base::Result<std::vector<ports::Record>> list(const ports::Collection& collection,
                                                              std::string_view after,
                                                              std::size_t limit) override;
  [[nodiscard]] base::Status put(const ports::Collection& collection,
                                 const ports::Record& record) override;
  [[nodiscard]] base::Status erase(const ports::Collection& collection,
                                   std::string_view id) override;

 private:
  Connection& connection_;
  Access access_;
};

}  // namespace laurel::adapters::sqlite

// The port's transaction as SQL on one connection.
#pragma once

#include "adapters/sqlite/announced_entries.h"
#include "adapters/sqlite/connection.h"
#include "ports/store.h"

namespace laurel::adapters::sqlite {

enum class Access { read, write };

/// Between `begin` and `commit`; rolled back when destroyed before that.
class SqliteTransaction final : public ports::Transaction {
 public:
  /// `announced`: those of a store for bulk loading, which outlives this; else null.
  SqliteTransaction(Connection& connection, Access access, AnnouncedEntries* announced = nullptr)
      : connection_(connection), access_(access), announced_(announced) {}
  ~SqliteTransaction() override;

  /// Takes the lock for writing at once, so that no two writers can meet later.
  [[nodiscard]] base::Status begin();

  /// When this succeeds the changes are on the disk.
  [[nodiscard]] base::Status commit();

  [[nodiscard]] base::Result<std::optional<ports::Record>> get(const ports::Collection& collection,
                                                               std::string_view id) override;
  [[nodiscard]] base::Result<std::vector<std::optional<ports::Record>>> get_many(
      const ports::Collection& collection, std::span<const std::string> ids) override;
  [[nodiscard]] base::Result<std::vector<ports::Record>> find(const ports::Collection& collection,
                                                              const ports::Index& index,
                                                              std::string_view key,
                                                              std::size_t limit) override;
  [[nodiscard]] base::Result<std::vector<ports::Record>> range(const ports::Collection& collection,
                                                               const ports::Index& index,
                                                               std::string_view from,
                                                               std::string_view to,
                                                               std::size_t limit) override;
  [[nodiscard]] base::Result<std::vector<ports::Entry>> entries(const ports::Collection& collection,
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
  /// Writes the index's entry.
  [[nodiscard]] base::Status announce(const ports::Collection& collection,
                                      const ports::Index& index,
                                      const ports::Entry& entry) override;

 private:
  /// Those that the stored record has in each index; none where there is no record.
  [[nodiscard]] base::Result<std::vector<ports::IndexKeys>> keys_of(
      const ports::Collection& collection, std::string_view id);
  [[nodiscard]] base::Status check_unique(const ports::Collection& collection,
                                          const ports::Record& record,
                                          const std::vector<ports::IndexKeys>& before);
  /// Announced entries stay as they are where the record is new.
  [[nodiscard]] base::Status change_entries(const ports::Collection& collection,
                                            std::string_view id,
                                            const std::vector<ports::IndexKeys>& before,
                                            const std::vector<ports::IndexKeys>& after);
  [[nodiscard]] bool is_announced(const ports::Collection& collection, const ports::Index& index,
                                  std::string_view key, std::string_view id);
  enum class EntryChange { put, erase };
  [[nodiscard]] base::Status change_entry(const ports::Collection& collection,
                                          const ports::Index& index, EntryChange change,
                                          std::string_view key, std::string_view id);

  Connection& connection_;
  Access access_;
  AnnouncedEntries* announced_;
};

}  // namespace laurel::adapters::sqlite

// Records in memory, and changes that lie over them: what both memory stores are made of. Lookups
// by index scan a collection, which is right for the thousands of records of tests and the demo.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ports/store.h"

namespace laurel::adapters::memory {

template <class Value>
using ByText = std::map<std::string, Value, std::less<>>;

/// By collection and id.
using Tables = ByText<ByText<ports::Record>>;

/// By collection and id; nothing stands for an erased record.
using Changes = ByText<ByText<std::optional<ports::Record>>>;

/// Makes the changes part of the tables.
void apply(Changes&& changes, Tables& tables);

enum class Access { read, write };

/// Reads tables and the changes over them, and writes into the changes.
class OverlayTransaction final : public ports::Transaction {
 public:
  OverlayTransaction(const Tables& tables, Changes& changes, Access access)
      : tables_(tables), changes_(changes), access_(access) {}

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
  [[nodiscard]] bool is_taken(const ports::Collection& collection, const ports::Record& by) const;

  const Tables& tables_;
  Changes& changes_;
  Access access_;
};

}  // namespace laurel::adapters::memory

// Where the backend keeps its records: collections of JSON documents with indexes.
//
// The port is small, so that every host can be a store: SQLite and PostgreSQL make a table of each
// collection and a column of each index, memory makes maps, and the browser's IndexedDB an object
// store. One suite (tests/contract) runs on all of them. What a record means is the service's
// business (service/records.h); the store knows only ids, documents and index keys.
//
//   store.write([&](ports::Transaction& transaction) -> base::Status {
//     const auto account = transaction.find(accounts, by_email, "ipma ana@example.org", 1);
//     …
//     return transaction.put(accounts, {.id = id, .document = json, .keys = {email_key}});
//   });
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace laurel::ports {

struct Index {
  std::string_view name;  // [a-z_]+
  bool unique = false;
};

/// Collections are declared once, as constants, and compared by name.
struct Collection {
  std::string_view name;  // [a-z_]+
  std::span<const Index> indexes = {};
};

struct Record {
  std::string id;
  std::string document;
  /// One for each index, in the collection's order; nothing keeps the record out of that index.
  std::vector<std::optional<std::string>> keys;

  friend bool operator==(const Record&, const Record&) = default;
};

/// Reads see the transaction's own writes. Errors: `unavailable` when the store is down, `conflict`
/// when another writer was faster or a unique key is taken.
class Transaction {
 public:
  virtual ~Transaction() = default;

  [[nodiscard]] virtual base::Result<std::optional<Record>> get(const Collection& collection,
                                                                std::string_view id) = 0;
  /// Up to `limit` records whose key in the index equals `key`, by id.
  [[nodiscard]] virtual base::Result<std::vector<Record>> find(const Collection& collection,
                                                               const Index& index,
                                                               std::string_view key,
                                                               std::size_t limit) = 0;
  /// Up to `limit` records with `from <= key < to`, by key and then id; both compared bytewise.
  [[nodiscard]] virtual base::Result<std::vector<Record>> range(const Collection& collection,
                                                                const Index& index,
                                                                std::string_view from,
                                                                std::string_view to,
                                                                std::size_t limit) = 0;
  /// Up to `limit` records whose id is greater than `after`, by id, bytewise: for going through a
  /// whole collection.
  [[nodiscard]] virtual base::Result<std::vector<Record>> list(const Collection& collection,
                                                               std::string_view after,
                                                               std::size_t limit) = 0;
  [[nodiscard]] virtual base::Status put(const Collection& collection, const Record& record) = 0;
  [[nodiscard]] virtual base::Status erase(const Collection& collection, std::string_view id) = 0;
};

class Store {
 public:
  virtual ~Store() = default;

  using Work = std::function<base::Status(Transaction&)>;

  /// Runs `work` in one serializable transaction and commits it durably when `work` succeeds; an
  /// error of `work` rolls everything back and is returned. A store that meets a conflict with
  /// another writer runs `work` again a bounded number of times, so `work` changes nothing else.
  [[nodiscard]] virtual base::Status write(const Work& work) = 0;

  /// The same for work that only reads. A `put` or `erase` in it asserts.
  [[nodiscard]] virtual base::Status read(const Work& work) = 0;
};

}  // namespace laurel::ports

// Where the backend keeps its records: collections of JSON documents with indexes.
//
// The port is small, so that every host can be a store: SQLite and PostgreSQL make a table of each
// collection and of each index, memory makes maps, and the browser's IndexedDB an object store. One
// suite (tests/contract) runs on all of them. What a record means is the service's business
// (service/store/records.h); the store knows only ids, documents and index keys.
//
//   store.write([&](ports::Transaction& transaction) -> base::Status {
//     const auto account = transaction.find(accounts, by_email, "ipma ana@example.org", 1);
//     …
//     return transaction.put(accounts, {.id = id, .document = json, .keys = {{email_key}}});
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

/// The keys by which one index finds a record. Equal ones count once.
using IndexKeys = std::vector<std::string>;

struct Record {
  std::string id;
  std::string document;
  /// Those of each index, in the collection's order; none keeps the record out of that index.
  std::vector<IndexKeys> keys;

  friend bool operator==(const Record&, const Record&) = default;
};

/// That an index finds a record by a key.
struct Entry {
  std::string key;
  std::string id;

  friend bool operator==(const Entry&, const Entry&) = default;
};

/// Reads see the transaction's own writes. Errors: `unavailable` when the store is down, `conflict`
/// when another writer was faster or a unique key is taken by another record.
class Transaction {
 public:
  virtual ~Transaction() = default;

  [[nodiscard]] virtual base::Result<std::optional<Record>> get(const Collection& collection,
                                                                std::string_view id) = 0;
  /// One for each id, in their order; nothing where there is no such record.
  [[nodiscard]] virtual base::Result<std::vector<std::optional<Record>>> get_many(
      const Collection& collection, std::span<const std::string> ids) = 0;
  /// Up to `limit` records whose key in the index equals `key`, by id.
  [[nodiscard]] virtual base::Result<std::vector<Record>> find(const Collection& collection,
                                                               const Index& index,
                                                               std::string_view key,
                                                               std::size_t limit) = 0;
  /// Up to `limit` records with `from <= key < to`, by key and then id; both compared bytewise. A
  /// record comes at each of its keys, so more than once where several are in the range.
  [[nodiscard]] virtual base::Result<std::vector<Record>> range(const Collection& collection,
                                                                const Index& index,
                                                                std::string_view from,
                                                                std::string_view to,
                                                                std::size_t limit) = 0;
  /// The same without the records, for looking at many keys of which few are wanted. There may be
  /// entries that were announced and whose records are not there, or not any more like that.
  [[nodiscard]] virtual base::Result<std::vector<Entry>> entries(const Collection& collection,
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

  /// That a record will be put soon, in this transaction or a later one, whose key in the index,
  /// which is not unique, is this. Nobody finds it by that; it is for loading very many records, whose
  /// keys come in no order where they come with the records: a store that keeps its indexes apart
  /// may write them now, in theirs. Announce them by key and then id.
  [[nodiscard]] virtual base::Status announce(const Collection& collection, const Index& index,
                                              const Entry& entry) = 0;
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

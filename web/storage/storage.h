// IndexedDB for C++: batches over several object stores in one transaction, and every answer true.
//
// "Saved" is said when the transaction is complete, never earlier: a request that succeeded can
// still be lost when its transaction aborts, as it does where the quota is reached. Errors are
// values. Nothing here calls back before the call that asked has returned, and every callback is
// called exactly once, also after its Database is gone.
//
//   web::Schema schema{.name = "laurel", .version = 1,
//                      .migrations = {{.version = 1, .create = {"drafts", "outbox"}}}};
//   web::open_database(schema, [](web::StorageEvent event) { … },
//                      [](base::Result<std::unique_ptr<web::Database>> database) { … });
//   database->write({web::put("drafts", "sign-in", json), web::erase("outbox", "7")},
//                   web::Durability::strict, [](base::Status status) { … });
//
// The context of an error is one of the words of `storage_context`, or the name of a DOMException
// that has no word yet. Source: Indexed Database API 3.0, https://w3c.github.io/IndexedDB/.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace laurel::web {

/// Contexts of errors with the code `unavailable`.
namespace storage_context {
inline constexpr std::string_view denied = "denied";      // no storage here: go on in memory
inline constexpr std::string_view quota = "quota";        // nothing of the batch was written
inline constexpr std::string_view outdated = "outdated";  // a newer Laurel has the database: reload
inline constexpr std::string_view lost = "connection lost";  // the batch may not have been written
}  // namespace storage_context

enum class Durability {
  relaxed,  // survives the browser's death (drafts, caches)
  strict,   // flushed to the disk first, survives the machine's (outbox, the demo's records)
};

struct Change {
  enum class Kind { put, erase, clear };
  Kind kind = Kind::put;
  std::string store;
  std::string key;    // UTF-8; empty for `clear`
  std::string value;  // any bytes; empty but for `put`
};

[[nodiscard]] Change put(std::string_view store, std::string_view key, std::string_view value);
[[nodiscard]] Change erase(std::string_view store, std::string_view key);
[[nodiscard]] Change clear(std::string_view store);

struct Entry {
  std::string key;
  std::string value;

  friend bool operator==(const Entry&, const Entry&) = default;
};

/// One step from the version before to `version`. All steps that a database lacks run in order in
/// one transaction, so that a killed upgrade starts again from where it began.
struct Migration {
  /// The new value, or nothing to drop the entry.
  using Rewrite = std::function<std::optional<std::string>(const Entry& entry)>;

  int version = 1;
  std::vector<std::string> create = {};  // object stores
  std::vector<std::string> remove = {};
  std::string rewrite_store = {};  // every entry of this store goes through `rewrite`
  Rewrite rewrite = {};
};

struct Schema {
  std::string name;
  int version = 1;
  std::vector<Migration> migrations;  // by ascending version; the last is the schema's
};

enum class StorageEvent {
  blocked,   // an older tab keeps the upgrade waiting: ask the member to close it; we go on then
  outdated,  // a newer tab upgrades: this connection is closed; advise to reload
  reopened,  // the browser lost the connection, and a new one works
  wiped,     // as `reopened`, but the data is gone: sign in again and fetch everything
};

class Database {
 public:
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  /// Closes the connection once what was asked has been answered. No event comes afterwards.
  ~Database();

  /// All changes or none, in this order, in one transaction. Batches that touch a common store are
  /// written in the order of the calls.
  void write(const std::vector<Change>& changes, Durability durability,
             std::function<void(base::Status)> done);

  void get(std::string_view store, std::string_view key,
           std::function<void(base::Result<std::optional<std::string>>)> done);

  /// By key. Meant for stores whose content fits in memory several times.
  void read_all(std::string_view store,
                std::function<void(base::Result<std::vector<Entry>>)> done);

 private:
  struct State;
  explicit Database(std::unique_ptr<State> state);
  friend struct StorageBridge;  // what storage.js calls

  std::unique_ptr<State> state_;
};

/// Opens and, where needed, upgrades the database; an upgrade is on the disk before `done` hears of
/// it. Errors: `unavailable` with `denied` (private window, cross-site iframe, no IndexedDB: the
/// app goes on in memory and says so), `outdated` (the database is of a newer version than the
/// schema), `lost` (tried twice), `quota`.
void open_database(const Schema& schema, std::function<void(StorageEvent)> on_event,
                   std::function<void(base::Result<std::unique_ptr<Database>>)> done);

/// Asks the browser not to evict this site's storage when the disk gets full. The browser decides,
/// some ask the member: call it when there is something worth keeping. Pages only, not workers.
void request_persistence(std::function<void(bool granted)> done);

}  // namespace laurel::web

// The offline demo's store: records in memory, whose durable copy somebody else writes.
//
// IndexedDB answers asynchronously, the service does not wait. So a request works on a stage that
// lies over the committed records: its transactions succeed or fail at once, and the host then
// writes the whole stage into IndexedDB in one transaction, before the request is answered:
//
//   store.load(service::schema::all_collections()[0].name, records);  // at start, each collection
//   …
//   const protocol::Response response = service::handle(request, services);
//   const std::vector<StagedChange> changes = store.changes();
//   if (changes.empty()) return answer(response);
//   put_into_indexed_db(changes);                        // one readwrite transaction
//   …oncomplete:  store.merge();  answer(response);
//   …onabort:     store.drop();   answer(503);           // as if the request had never been made
//
// One request at a time: between `handle` and `merge` or `drop` no other request may run, else it
// would see, and be mixed up with, what may yet be dropped. Not for several threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/memory/tables.h"
#include "ports/store.h"

namespace laurel::adapters::memory {

struct StagedChange {
  std::string collection;
  std::string id;
  std::optional<ports::Record> record;  // nothing: to be erased
};

class StagedStore final : public ports::Store {
 public:
  /// Adds records that are durable already.
  void load(std::string_view collection, std::vector<ports::Record> records);

  [[nodiscard]] base::Status write(const Work& work) override;
  [[nodiscard]] base::Status read(const Work& work) override;

  /// What the transactions since the last `merge` or `drop` have changed, the last state of each
  /// record. They stay visible to reads.
  [[nodiscard]] std::vector<StagedChange> changes() const;

  /// The changes are durable now.
  void merge();

  /// The changes could not be made durable, and are undone.
  void drop();

 private:
  Tables tables_;
  Changes staged_;
};

}  // namespace laurel::adapters::memory

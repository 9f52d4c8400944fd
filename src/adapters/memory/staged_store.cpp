#include "adapters/memory/staged_store.h"

#include <utility>

namespace laurel::adapters::memory {

void StagedStore::load(std::string_view collection, std::vector<ports::Record> records) {
  auto& table = tables_[std::string(collection)];
  for (ports::Record& record : records) {
    std::string id = record.id;
    table.insert_or_assign(std::move(id), std::move(record));
  }
}

base::Status StagedStore::write(const Work& work) {
  Changes pending = staged_;
  OverlayTransaction transaction(tables_, pending, Access::write);
  base::Status status = work(transaction);
  if (status) staged_ = std::move(pending);
  return status;
}

base::Status StagedStore::read(const Work& work) {
  OverlayTransaction transaction(tables_, staged_, Access::read);
  return work(transaction);
}

std::vector<StagedChange> StagedStore::changes() const {
  std::vector<StagedChange> all;
  for (const auto& [collection, changed] : staged_) {
    for (const auto& [id, record] : changed) all.push_back({collection, id, record});
  }
  return all;
}

void StagedStore::merge() { apply(std::move(staged_), tables_); }

void StagedStore::drop() { staged_.clear(); }

}  // namespace laurel::adapters::memory

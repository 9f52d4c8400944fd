#include "adapters/memory/tables.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace laurel::adapters::memory {
namespace {

using ports::Collection;
using ports::Index;
using ports::Record;

std::size_t position_of(const Index& index, const Collection& collection) {
  for (std::size_t i = 0; i < collection.indexes.size(); ++i) {
    if (collection.indexes[i].name == index.name) return i;
  }
  assert(false && "the collection has no such index");
  return 0;
}

/// Null where the record is not in the index, as are those written before the collection got it.
const std::string* key_of(const Record& record, std::size_t position) {
  if (position >= record.keys.size() || !record.keys[position]) return nullptr;
  return &*record.keys[position];
}

template <class Map>
auto* entry_of(Map& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

/// Calls `visit` with every record of the collection as the changes leave it, by id.
template <class Visit>
void for_each_record(const Tables& tables, const Changes& changes, std::string_view collection,
                     Visit visit) {
  const auto* records = entry_of(tables, collection);
  const auto* changed = entry_of(changes, collection);
  if (records != nullptr) {
    for (const auto& [id, record] : *records) {
      if (changed == nullptr || entry_of(*changed, id) == nullptr) visit(record);
    }
  }
  if (changed == nullptr) return;
  for (const auto& [id, record] : *changed) {
    if (record) visit(*record);
  }
}

}  // namespace

void apply(Changes&& changes, Tables& tables) {
  for (auto& [collection, changed] : changes) {
    auto& records = tables[collection];
    for (auto& [id, record] : changed) {
      if (record) {
        records.insert_or_assign(id, std::move(*record));
      } else {
        records.erase(id);
      }
    }
  }
  changes.clear();
}

base::Result<std::optional<Record>> OverlayTransaction::get(const Collection& collection,
                                                            std::string_view id) {
  if (const auto* changed = entry_of(std::as_const(changes_), collection.name)) {
    if (const auto* record = entry_of(*changed, id)) return *record;
  }
  if (const auto* records = entry_of(tables_, collection.name)) {
    if (const auto* record = entry_of(*records, id)) return *record;
  }
  return std::nullopt;
}

base::Result<std::vector<Record>> OverlayTransaction::find(const Collection& collection,
                                                           const Index& index,
                                                           std::string_view key,
                                                           std::size_t limit) {
  const std::string just_above = std::string(key) + '\0';
  return range(collection, index, key, just_above, limit);
}

base::Result<std::vector<Record>> OverlayTransaction::range(const Collection& collection,
                                                            const Index& index,
                                                            std::string_view from,
                                                            std::string_view to,
                                                            std::size_t limit) {
  const std::size_t position = position_of(index, collection);
  std::vector<Record> found;
  for_each_record(tables_, changes_, collection.name, [&](const Record& record) {
    const std::string* key = key_of(record, position);
    if (key != nullptr && *key >= from && *key < to) found.push_back(record);
  });
  std::sort(found.begin(), found.end(), [position](const Record& a, const Record& b) {
    if (*a.keys[position] != *b.keys[position]) return *a.keys[position] < *b.keys[position];
    return a.id < b.id;
  });
  if (found.size() > limit) found.resize(limit);
  return found;
}

base::Result<std::vector<Record>> OverlayTransaction::list(const Collection& collection,
                                                           std::string_view after,
                                                           std::size_t limit) {
  std::vector<Record> found;
  for_each_record(tables_, changes_, collection.name, [&](const Record& record) {
    if (record.id > after) found.push_back(record);
  });
  std::sort(found.begin(), found.end(),
            [](const Record& a, const Record& b) { return a.id < b.id; });
  if (found.size() > limit) found.resize(limit);
  return found;
}

bool OverlayTransaction::is_taken(const Collection& collection, const Record& by) const {
  bool taken = false;
  for_each_record(tables_, changes_, collection.name, [&](const Record& other) {
    if (other.id == by.id) return;
    for (std::size_t i = 0; i < collection.indexes.size(); ++i) {
      const std::string* key = key_of(other, i);
      if (collection.indexes[i].unique && key != nullptr && by.keys[i] == *key) taken = true;
    }
  });
  return taken;
}

base::Status OverlayTransaction::put(const Collection& collection, const Record& record) {
  assert(access_ == Access::write);
  assert(record.keys.size() == collection.indexes.size());
  if (is_taken(collection, record)) {
    return base::fail(base::ErrorCode::conflict, "a unique key is taken");
  }
  changes_[std::string(collection.name)].insert_or_assign(record.id, record);
  return {};
}

base::Status OverlayTransaction::erase(const Collection& collection, std::string_view id) {
  assert(access_ == Access::write);
  changes_[std::string(collection.name)].insert_or_assign(std::string(id), std::nullopt);
  return {};
}

}  // namespace laurel::adapters::memory

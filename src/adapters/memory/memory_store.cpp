#include "adapters/memory/memory_store.h"

#include <utility>

namespace laurel::adapters::memory {

base::Status MemoryStore::write(const Work& work) {
  const std::lock_guard lock(mutex_);
  Changes changes;
  OverlayTransaction transaction(tables_, changes, Access::write);
  base::Status status = work(transaction);
  if (status) apply(std::move(changes), tables_);
  return status;
}

base::Status MemoryStore::read(const Work& work) {
  const std::lock_guard lock(mutex_);
  Changes none;
  OverlayTransaction transaction(tables_, none, Access::read);
  return work(transaction);
}

}  // namespace laurel::adapters::memory

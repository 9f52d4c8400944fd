// A store that forgets everything when it is destroyed: for tests, and for `laurel-server` without
// a data directory. Threads may share it; one transaction runs at a time.
//
//   adapters::memory::MemoryStore store;
//   store.write([](ports::Transaction& transaction) { return transaction.put(…); });
#pragma once

#include <mutex>

#include "adapters/memory/tables.h"
#include "ports/store.h"

namespace laurel::adapters::memory {

class MemoryStore final : public ports::Store {
 public:
  [[nodiscard]] base::Status write(const Work& work) override;
  [[nodiscard]] base::Status read(const Work& work) override;

 private:
  std::mutex mutex_;
  Tables tables_;
};

}  // namespace laurel::adapters::memory

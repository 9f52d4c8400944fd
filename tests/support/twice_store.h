// A store that does every write twice: once for nothing, rolled back, and once for good. A store that
// meets another writer does the same now and then (ports/store.h), so work that changes anything but
// the transaction, or leaves something of its first run behind, shows under every test.
//
//   adapters::memory::MemoryStore memory;
//   tests::TwiceStore store(memory);
#pragma once

#include "ports/store.h"

namespace laurel::tests {

class TwiceStore final : public ports::Store {
 public:
  explicit TwiceStore(ports::Store& inner) : inner_(inner) {}

  base::Status write(const Work& work) override {
    const auto rolled_back = inner_.write([&](ports::Transaction& transaction) -> base::Status {
      static_cast<void>(work(transaction));
      return base::fail(base::ErrorCode::conflict, "another writer was faster");
    });
    static_cast<void>(rolled_back);
    return inner_.write(work);
  }
  base::Status read(const Work& work) override { return inner_.read(work); }

 private:
  ports::Store& inner_;
};

}  // namespace laurel::tests

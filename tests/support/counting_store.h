// A store that counts what passes through it, and can be made to fail.
#pragma once

#include <atomic>
#include <functional>
#include <utility>

#include "ports/store.h"

namespace laurel::tests {

struct StoreCounts {
  std::atomic<int> write_transactions{0};
  std::atomic<int> read_transactions{0};
  std::atomic<int> puts{0};
  std::atomic<int> erasures{0};
};

class CountingTransaction final : public ports::Transaction {
 public:
  CountingTransaction(ports::Transaction& inner, StoreCounts& counts)
      : inner_(inner), counts_(counts) {}

  base::Result<std::optional<ports::Record>> get(const ports::Collection& collection,
                                                 std::string_view id) override {
    return inner_.get(collection, id);
  }
  base::Result<std::vector<ports::Record>> find(const ports::Collection& collection,
                                                const ports::Index& index, std::string_view key,
                                                std::size_t limit) override {
    return inner_.find(collection, index, key, limit);
  }
  base::Result<std::vector<ports::Record>> range(const ports::Collection& collection,
                                                 const ports::Index& index, std::string_view from,
                                                 std::string_view to, std::size_t limit) override {
    return inner_.range(collection, index, from, to, limit);
  }
  base::Result<std::vector<ports::Record>> list(const ports::Collection& collection,
                                                std::string_view after,
                                                std::size_t limit) override {
    return inner_.list(collection, after, limit);
  }
  base::Status put(const ports::Collection& collection, const ports::Record& record) override {
    ++counts_.puts;
    return inner_.put(collection, record);
  }
  base::Status erase(const ports::Collection& collection, std::string_view id) override {
    ++counts_.erasures;
    return inner_.erase(collection, id);
  }

 private:
  ports::Transaction& inner_;
  StoreCounts& counts_;
};

class CountingStore final : public ports::Store {
 public:
  explicit CountingStore(ports::Store& inner) : inner_(inner) {}

  base::Status write(const Work& work) override {
    ++counts.write_transactions;
    if (before_next_write) std::exchange(before_next_write, {})();
    if (writes_fail) return base::fail(base::ErrorCode::unavailable, "the disk is full");
    return inner_.write([&](ports::Transaction& transaction) {
      CountingTransaction counting(transaction, counts);
      return work(counting);
    });
  }
  base::Status read(const Work& work) override {
    ++counts.read_transactions;
    if (reads_fail) return base::fail(base::ErrorCode::unavailable, "SELECT secret FROM disk");
    return inner_.read(work);
  }

  StoreCounts counts;
  std::function<void()> before_next_write;  // what another request does just before it
  std::atomic<bool> writes_fail{false};
  std::atomic<bool> reads_fail{false};

 private:
  ports::Store& inner_;
};

}  // namespace laurel::tests

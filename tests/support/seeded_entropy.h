// Bytes that look random and are the same in every run (SplitMix64, Steele et al. 2014).
#pragma once

#include <cstdint>
#include <mutex>

#include "ports/entropy.h"

namespace laurel::tests {

class SeededEntropy final : public ports::Entropy {
 public:
  explicit SeededEntropy(std::uint64_t seed = 1) : state_(seed) {}

  [[nodiscard]] std::string bytes(std::size_t count) override {
    const std::lock_guard lock(mutex_);
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out.push_back(static_cast<char>(next() >> 56));
    return out;
  }

 private:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }

  std::mutex mutex_;
  std::uint64_t state_;
};

}  // namespace laurel::tests

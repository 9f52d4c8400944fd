// Numbers that look random and are the same for the same seed, everywhere (SplitMix64, Steele et
// al. 2014; the standard library's distributions differ from one to the next).
//
//   Random random(seed, "member", 42);     // of this member alone, whatever else is made
//   random.pick(given_names);
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "ports/entropy.h"

namespace laurel::sample {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  Random(std::uint64_t seed, std::string_view what, std::size_t index) : state_(seed) {
    for (const char c : what) state_ = next() ^ static_cast<unsigned char>(c);
    state_ = next() ^ index;
  }

  [[nodiscard]] std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }

  /// 0 to `count` - 1. `count` is far below 2^32, so that nobody sees that it is not quite even.
  [[nodiscard]] std::size_t below(std::size_t count) {
    assert(count > 0);
    return static_cast<std::size_t>((next() >> 32) % count);
  }

  [[nodiscard]] bool chance(std::size_t percent) { return below(100) < percent; }

  template <class List>
  [[nodiscard]] const auto& pick(const List& list) {
    return list[below(list.size())];
  }

  [[nodiscard]] std::string bytes(std::size_t count) {
    std::string out;
    while (out.size() < count) out.push_back(static_cast<char>(next() >> 56));
    return out;
  }

  /// As service/kernel/tokens.h makes ids.
  [[nodiscard]] std::string id() { return base::to_base64url(bytes(16)); }

 private:
  std::uint64_t state_;
};

/// For data that everybody may know, and nothing else: whoever has the seed has every secret.
class SeededEntropy final : public ports::Entropy {
 public:
  explicit SeededEntropy(std::uint64_t seed) : random_(seed, "entropy", 0) {}
  [[nodiscard]] std::string bytes(std::size_t count) override { return random_.bytes(count); }

 private:
  Random random_;
};

}  // namespace laurel::sample

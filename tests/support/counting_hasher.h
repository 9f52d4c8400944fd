// A hasher with the weakest parameters there are, which counts its work.
#pragma once

#include <atomic>

#include "adapters/sodium/sodium_hasher.h"

namespace laurel::tests {

class CountingHasher final : public ports::Hasher {
 public:
  base::Result<std::string> hash_password(std::string_view password) override {
    ++hashed;
    return inner_.hash_password(password);
  }
  bool verify_password(std::string_view phc, std::string_view password) override {
    ++verified;
    return inner_.verify_password(phc, password);
  }
  bool needs_rehash(std::string_view phc) override { return inner_.needs_rehash(phc); }
  std::string sha256(std::string_view bytes) override { return inner_.sha256(bytes); }

  std::atomic<int> hashed{0};
  std::atomic<int> verified{0};

 private:
  adapters::sodium::SodiumHasher inner_{{.memory_kib = 8, .passes = 1}};
};

}  // namespace laurel::tests

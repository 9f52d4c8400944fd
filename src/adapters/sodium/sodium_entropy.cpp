#include "adapters/sodium/sodium_entropy.h"

#include <cassert>

#include <sodium.h>

namespace laurel::adapters::sodium {

SodiumEntropy::SodiumEntropy() {
  const bool started = sodium_init() >= 0;
  assert(started);
  static_cast<void>(started);
}

std::string SodiumEntropy::bytes(std::size_t count) {
  std::string out(count, '\0');
  randombytes_buf(out.data(), out.size());
  return out;
}

}  // namespace laurel::adapters::sodium

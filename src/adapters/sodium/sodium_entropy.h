// Random bytes by libsodium, from the system's own source (getrandom, or the browser's
// crypto.getRandomValues). Threads may share it.
#pragma once

#include <string>

#include "ports/entropy.h"

namespace laurel::adapters::sodium {

class SodiumEntropy final : public ports::Entropy {
 public:
  SodiumEntropy();  // starts libsodium, and asserts that it can

  [[nodiscard]] std::string bytes(std::size_t count) override;
};

}  // namespace laurel::adapters::sodium

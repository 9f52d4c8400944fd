// Password hashes and SHA-256 by libsodium.
//
//   adapters::sodium::SodiumHasher hasher;                       // Argon2id, m = 19456 KiB, t = 2
//   const auto phc = hasher.hash_password("correct horse");  // "$argon2id$v=19$m=19456,t=2,p=1$…"
#pragma once

#include <string>
#include <string_view>

#include "ports/hasher.h"

namespace laurel::adapters::sodium {

/// The least that OWASP's ASVS 5.0.0, appendix C.5, allows for Argon2id with p = 1. Tests may
/// choose less, down to libsodium's own 8 KiB and one pass.
struct Argon2Parameters {
  std::size_t memory_kib = 19456;
  unsigned long long passes = 2;
};

/// Threads may share it. The constructor starts libsodium, and asserts that it can.
class SodiumHasher final : public ports::Hasher {
 public:
  explicit SodiumHasher(Argon2Parameters parameters = {});

  [[nodiscard]] base::Result<std::string> hash_password(std::string_view password) override;
  [[nodiscard]] bool verify_password(std::string_view phc, std::string_view password) override;
  [[nodiscard]] bool needs_rehash(std::string_view phc) override;
  [[nodiscard]] std::string sha256(std::string_view bytes) override;

 private:
  Argon2Parameters parameters_;
};

}  // namespace laurel::adapters::sodium

// Hashes: slow and salted for passwords, fast for tokens that are random themselves.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace laurel::ports {

class Hasher {
 public:
  virtual ~Hasher() = default;

  /// Argon2id (RFC 9106) as a PHC string. The parameters are the adapter's: at least m = 19456 KiB,
  /// t = 2, p = 1 outside tests. Errors: `unavailable` without the memory for it.
  [[nodiscard]] virtual base::Result<std::string> hash_password(std::string_view password) = 0;

  /// In a time that does not depend on where the password is wrong.
  [[nodiscard]] virtual bool verify_password(std::string_view phc,
                                             std::string_view password) = 0;

  /// Whether `phc` was made with weaker parameters than `hash_password` uses now.
  [[nodiscard]] virtual bool needs_rehash(std::string_view phc) = 0;

  /// SHA-256 (FIPS 180-4), 32 bytes.
  [[nodiscard]] virtual std::string sha256(std::string_view bytes) = 0;
};

}  // namespace laurel::ports

#include "adapters/sodium/sodium_hasher.h"

#include <array>
#include <cassert>
#include <cstdio>

#include <sodium.h>

namespace laurel::adapters::sodium {

SodiumHasher::SodiumHasher(Argon2Parameters parameters) : parameters_(parameters) {
  const bool started = sodium_init() >= 0;
  assert(started);
  static_cast<void>(started);
}

base::Result<std::string> SodiumHasher::hash_password(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> phc{};
  const int failed = crypto_pwhash_str_alg(phc.data(), password.data(), password.size(),
                                           parameters_.passes, parameters_.memory_kib * 1024,
                                           crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) return base::fail(base::ErrorCode::unavailable, "no memory to hash a password");
  return std::string(phc.data());
}

bool SodiumHasher::verify_password(std::string_view phc, std::string_view password) {
  const std::string terminated(phc);
  return crypto_pwhash_str_verify(terminated.c_str(), password.data(), password.size()) == 0;
}

bool SodiumHasher::needs_rehash(std::string_view phc) {
  // Not crypto_pwhash_str_needs_rehash: that one also says yes to a stronger hash.
  const std::string terminated(phc);
  unsigned memory_kib = 0;
  unsigned passes = 0;
  unsigned lanes = 0;
  const int read = std::sscanf(terminated.c_str(), "$argon2id$v=19$m=%u,t=%u,p=%u$", &memory_kib,
                               &passes, &lanes);
  return read != 3 || memory_kib < parameters_.memory_kib || passes < parameters_.passes;
}

std::string SodiumHasher::sha256(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  return std::string(hash.begin(), hash.end());
}

}  // namespace laurel::adapters::sodium

#include <doctest/doctest.h>

#include "adapters/sodium/sodium_entropy.h"
#include "adapters/sodium/sodium_hasher.h"
#include "base/bytes.h"

namespace laurel::adapters::sodium {
namespace {

TEST_CASE("SHA-256: the vectors of FIPS 180-4's examples and RFC 6234") {
  SodiumHasher hasher;
  const auto hex = [&](std::string_view text) { return base::to_hex(hasher.sha256(text)); };
  CHECK(hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("promise 2: Argon2id: the vectors of the reference, phc-winner-argon2 (src/test.c)") {
  SodiumHasher hasher;
  const std::string phc =
      "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
  CHECK(hasher.verify_password(phc, "password"));
  CHECK_FALSE(hasher.verify_password(phc, "Password"));
  CHECK_FALSE(hasher.verify_password(phc, "password "));
  CHECK_FALSE(hasher.verify_password(phc, ""));
}

TEST_CASE("promise 2: Argon2id with at least m = 19456 KiB, t = 2, p = 1") {
  SodiumHasher hasher;
  const auto phc = hasher.hash_password("correct horse");
  REQUIRE(phc);
  CHECK(phc->find("$argon2id$v=19$m=19456,t=2,p=1$") == 0);
  CHECK(hasher.verify_password(*phc, "correct horse"));
  CHECK_FALSE(hasher.needs_rehash(*phc));
}

TEST_CASE("promise 2: weaker hashes are told, stronger ones left alone") {
  SodiumHasher hasher;
  const auto needs = [&](const char* parameters) {
    return hasher.needs_rehash(std::string(parameters) + "c29tZXNhbHQ$aGFzaA");
  };
  CHECK(needs("$argon2id$v=19$m=19455,t=2,p=1$"));
  CHECK(needs("$argon2id$v=19$m=65536,t=1,p=1$"));
  CHECK(needs("$argon2i$v=19$m=65536,t=3,p=1$"));
  CHECK(needs("$2b$12$"));
  CHECK(needs(""));
  CHECK_FALSE(needs("$argon2id$v=19$m=19456,t=2,p=1$"));
  CHECK_FALSE(needs("$argon2id$v=19$m=65536,t=3,p=1$"));
}

TEST_CASE("promise 1: passwords count to the last byte, with zero bytes and beyond 64") {
  SodiumHasher hasher({.memory_kib = 8, .passes = 1});
  for (const std::string& password :
       {std::string(64, 'a'), std::string(1024, 'b'), std::string("a\0b", 3), std::string("é山🎓")}) {
    const auto phc = hasher.hash_password(password);
    REQUIRE(phc);
    CHECK(hasher.verify_password(*phc, password));
    CHECK_FALSE(hasher.verify_password(*phc, password.substr(0, password.size() - 1)));
    CHECK_FALSE(hasher.verify_password(*phc, password + "x"));
  }
}

TEST_CASE("what is no hash verifies nothing") {
  SodiumHasher hasher;
  for (const char* phc : {"", "plain", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$$"}) {
    CHECK_FALSE(hasher.verify_password(phc, ""));
    CHECK_FALSE(hasher.verify_password(phc, "plain"));
  }
}

TEST_CASE("promise 9: entropy gives as many bytes as asked for, other ones each time") {
  SodiumEntropy entropy;
  CHECK(entropy.bytes(0).empty());
  CHECK(entropy.bytes(32).size() == 32);
  CHECK(entropy.bytes(32) != entropy.bytes(32));
}

}  // namespace
}  // namespace laurel::adapters::sodium

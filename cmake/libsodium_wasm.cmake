# laurel_sodium for WebAssembly: libsodium compiled straight from its source by emcc. The linker
# drops what is not called; Ed25519 and Argon2id come to about 47 KB (brotli).
FetchContent_Declare(libsodium
  URL https://download.libsodium.org/libsodium/releases/libsodium-1.0.20.tar.gz
  URL_HASH SHA256=ebb65ef6ca439333c2bb41a0c1990587288da07f6c7fd07cb3a18cc18d30ce19
  DOWNLOAD_EXTRACT_TIMESTAMP TRUE)
FetchContent_MakeAvailable(libsodium)

set(sodium_source "${libsodium_SOURCE_DIR}/src/libsodium")
set(sodium_generated "${CMAKE_BINARY_DIR}/include/third-party-sodium")

# configure, which is not run here, would have made version.h from these lines of configure.ac.
file(STRINGS "${libsodium_SOURCE_DIR}/configure.ac" sodium_configure
  REGEX "^AC_INIT|^SODIUM_LIBRARY_VERSION_(MAJOR|MINOR)=")
string(REGEX MATCH "AC_INIT\\(\\[libsodium\\],[ ]*\\[([0-9.]+)" unused "${sodium_configure}")
set(VERSION "${CMAKE_MATCH_1}")
string(REGEX MATCH "VERSION_MAJOR=([0-9]+)" unused "${sodium_configure}")
set(SODIUM_LIBRARY_VERSION_MAJOR "${CMAKE_MATCH_1}")
string(REGEX MATCH "VERSION_MINOR=([0-9]+)" unused "${sodium_configure}")
set(SODIUM_LIBRARY_VERSION_MINOR "${CMAKE_MATCH_1}")
set(SODIUM_LIBRARY_MINIMAL_DEF "")
configure_file("${sodium_source}/include/sodium/version.h.in"
  "${sodium_generated}/sodium/version.h" @ONLY)
# version.h includes it from beside itself.
file(CREATE_LINK "${sodium_source}/include/sodium/export.h" "${sodium_generated}/sodium/export.h"
  SYMBOLIC)
message(STATUS "libsodium ${VERSION} in ${libsodium_SOURCE_DIR}")

# Argon2id, Ed25519, SHA-256, randomness and what sodium_init() refers to: half of the library.
set(sodium_files "${sodium_source}/crypto_pwhash/crypto_pwhash.c")
foreach(part IN ITEMS
    crypto_core/ed25519/ref10 crypto_core/hsalsa20 crypto_core/salsa crypto_generichash
    crypto_hash crypto_onetimeauth crypto_pwhash/argon2 crypto_scalarmult/curve25519 crypto_sign
    crypto_stream/chacha20 crypto_stream/salsa20 crypto_verify randombytes sodium)
  file(GLOB_RECURSE found "${sodium_source}/${part}/*.c")
  list(APPEND sodium_files ${found})
endforeach()
add_library(laurel_sodium STATIC ${sodium_files})
target_include_directories(laurel_sodium SYSTEM
  PUBLIC "${sodium_source}/include" "${sodium_generated}"
  PRIVATE "${sodium_source}/include/sodium" "${sodium_generated}/sodium")
target_compile_definitions(laurel_sodium
  PUBLIC SODIUM_STATIC
  PRIVATE CONFIGURED=1 HAVE_GETENTROPY=1 NDEBUG)
target_compile_options(laurel_sodium PRIVATE -w)

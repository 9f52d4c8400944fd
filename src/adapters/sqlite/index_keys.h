// How a row keeps the keys of one index, which stand in the index's own table as well: so that a
// record comes back as it was put, and the entries of its former keys are found.
//
//   encode({"ipma ana@example.org"}) == "20:ipma ana@example.org"
#pragma once

#include <string>
#include <string_view>

#include "ports/store.h"

namespace laurel::adapters::sqlite {

/// Each key after its length in bytes: any text is a key. Empty for no keys.
[[nodiscard]] std::string encode(const ports::IndexKeys& keys);

/// What is no encoding, which only another program can have written, ends the keys.
[[nodiscard]] ports::IndexKeys decode_keys(std::string_view text);

[[nodiscard]] bool contains(const ports::IndexKeys& keys, std::string_view key);

}  // namespace laurel::adapters::sqlite

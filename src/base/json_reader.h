// Reads JSON from anywhere, also from strangers: with limits on size, depth and count, and without
// what parsers disagree about (duplicate keys, numbers out of range, bad UTF-8).
//
//   const auto value = base::parse_json(body, {.max_bytes = 4096});
//   if (!value) …  value.error().context == "JSON: duplicate key at byte 12"
#pragma once

#include <cstddef>
#include <string_view>

#include "base/json_value.h"
#include "base/result.h"

namespace laurel::base {

struct JsonLimits {
  std::size_t max_bytes = 64 * 1024;
  int max_depth = 16;
  std::size_t max_members = 500;    // of one object; bounds the search for duplicate keys
  std::size_t max_values = 20'000;  // bounds the memory: each value costs at most its bytes + 64
};

/// Errors: `invalid_input`, with what is wrong and at which byte, never with the text itself.
[[nodiscard]] Result<JsonValue> parse_json(std::string_view text, const JsonLimits& limits = {});

}  // namespace laurel::base

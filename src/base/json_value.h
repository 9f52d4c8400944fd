// A JSON document (RFC 8259) in memory, as `parse_json` gives it: already checked for depth, size,
// UTF-8 and duplicate keys. There are no accessors that can fail hard: ask with `std::get_if`, or,
// nearly always, decode a whole struct with base/codec.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace laurel::base {

struct JsonValue;
using JsonArray = std::vector<JsonValue>;
using JsonObject = std::vector<std::pair<std::string, JsonValue>>;  // in the document's order

struct JsonValue {
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, JsonArray, JsonObject> data;

  /// The member with this key, or nothing where this is no object or has no such key.
  [[nodiscard]] const JsonValue* find(std::string_view key) const;
};

}  // namespace laurel::base

// The keys under which stores find records.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "ports/store.h"

namespace laurel::service::store {

/// What one index finds a record by.
struct KeysOfIndex {
  KeysOfIndex(const ports::Index& of, std::string key) : index(of.name) {
    keys.push_back(std::move(key));
  }
  KeysOfIndex(const ports::Index& of, std::optional<std::string> key) : index(of.name) {
    if (key) keys.push_back(std::move(*key));
  }
  KeysOfIndex(const ports::Index& of, ports::IndexKeys several)
      : index(of.name), keys(std::move(several)) {}

  std::string_view index;
  ports::IndexKeys keys;
};

/// One for each index of the record's collection, in any order.
using Keys = std::vector<KeysOfIndex>;

/// In the collection's order, as the store wants them.
[[nodiscard]] std::vector<ports::IndexKeys> in_order_of(const ports::Collection& collection,
                                                        Keys keys);

/// What the index finds the stored record by.
[[nodiscard]] const ports::IndexKeys& keys_in(const ports::Record& stored,
                                              const ports::Collection& collection,
                                              const ports::Index& index);

/// When a record's time is over: see `expiry_key`. What `erase_expired` goes by (expired_records.h).
inline constexpr ports::Index by_expiry{"expiry"};

/// Points in time as text that sorts as they do: milliseconds since 1970, 15 digits.
[[nodiscard]] std::string expiry_key(base::Instant instant);

[[nodiscard]] std::string email_key(std::string_view association, std::string_view email);

/// Greater than every key that begins with `start`.
[[nodiscard]] std::string end_of_keys(std::string_view start);

}  // namespace laurel::service::store

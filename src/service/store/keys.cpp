#include "service/store/keys.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>

namespace laurel::service::store {

std::string expiry_key(base::Instant instant) {
  const long long milliseconds = std::max<long long>(instant.time_since_epoch().count(), 0);
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%015lld", milliseconds);
  return text.data();
}

std::vector<ports::IndexKeys> in_order_of(const ports::Collection& collection, Keys keys) {
  assert(keys.size() == collection.indexes.size());
  std::vector<ports::IndexKeys> ordered;
  for (const ports::Index& index : collection.indexes) {
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const KeysOfIndex& one) {
      return one.index == index.name;
    });
    assert(found != keys.end() && "the record names no keys for an index of its collection");
    ordered.push_back(std::move(found->keys));
  }
  return ordered;
}

const ports::IndexKeys& keys_in(const ports::Record& stored, const ports::Collection& collection,
                                const ports::Index& index) {
  const auto found = std::find_if(collection.indexes.begin(), collection.indexes.end(),
                                  [&](const ports::Index& one) { return one.name == index.name; });
  assert(found != collection.indexes.end() && "the collection has no such index");
  static const ports::IndexKeys none;  // as of a record from before the index
  const auto position = static_cast<std::size_t>(found - collection.indexes.begin());
  return position < stored.keys.size() ? stored.keys[position] : none;
}

std::string email_key(std::string_view association, std::string_view email) {
  return std::string(association) + " " + std::string(email);
}

std::string end_of_keys(std::string_view start) {
  return std::string(start) + "\xF4\x8F\xBF\xBF";
}

}  // namespace laurel::service::store

#include "adapters/sqlite/index_keys.h"

#include <algorithm>
#include <charconv>

namespace laurel::adapters::sqlite {

std::string encode(const ports::IndexKeys& keys) {
  std::string text;
  for (const std::string& key : keys) {
    text += std::to_string(key.size());
    text += ':';
    text += key;
  }
  return text;
}

ports::IndexKeys decode_keys(std::string_view text) {
  ports::IndexKeys keys;
  while (!text.empty()) {
    std::size_t size = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), size);
    const auto digits = static_cast<std::size_t>(end - text.data());
    if (fault != std::errc() || digits == text.size() || *end != ':') break;
    text.remove_prefix(digits + 1);
    if (size > text.size()) break;
    keys.emplace_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return keys;
}

bool contains(const ports::IndexKeys& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace laurel::adapters::sqlite

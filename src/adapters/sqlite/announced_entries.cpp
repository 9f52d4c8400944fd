#include "adapters/sqlite/announced_entries.h"

#include <algorithm>
#include <functional>

namespace laurel::adapters::sqlite {
namespace {

std::uint64_t hash_of(std::string_view text) { return std::hash<std::string_view>{}(text); }

/// Unlike a sum, it tells (a, b) from (b, a).
std::uint64_t joined(std::uint64_t a, std::uint64_t b) {
  return (a ^ (b + 0x9E3779B97F4A7C15U + (a << 6U) + (a >> 2U))) * 0xFF51AFD7ED558CCDU;
}

}  // namespace

AnnouncedEntries::Fingerprint AnnouncedEntries::fingerprint(std::string_view table,
                                                            std::string_view key,
                                                            std::string_view id) {
  const std::uint64_t of_table = hash_of(table);
  return {joined(hash_of(key), of_table), joined(hash_of(id), joined(of_table, hash_of(key)))};
}

void AnnouncedEntries::note(std::string_view table, std::string_view key, std::string_view id) {
  noted_.push_back(fingerprint(table, key, id));
}

void AnnouncedEntries::keep() {
  kept_.insert(kept_.end(), noted_.begin(), noted_.end());
  noted_.clear();
}

void AnnouncedEntries::withdraw(std::string_view table, std::string_view key,
                                std::string_view id) {
  if (!kept_.empty()) withdrawn_.insert(fingerprint(table, key, id));
}

bool AnnouncedEntries::has(std::string_view table, std::string_view key, std::string_view id) {
  if (kept_.empty()) return false;
  if (sorted_ < kept_.size()) {
    std::sort(kept_.begin(), kept_.end());
    sorted_ = kept_.size();
  }
  const Fingerprint one = fingerprint(table, key, id);
  return std::binary_search(kept_.begin(), kept_.end(), one) && !withdrawn_.contains(one);
}

}  // namespace laurel::adapters::sqlite

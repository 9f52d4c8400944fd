// Which entries of indexes a store for bulk loading has announced (ports/store.h), so that a record
// whose entries are there is put without a look for each of them: in an index of millions that costs
// more than everything else about the record.
//
//   announced.note("certificates_by_words", key, id);      in a transaction
//   announced.keep();                                      when it is committed; else forget()
//   announced.has("certificates_by_words", key, id)        an entry that need not be written
//
// Kept as fingerprints, 16 bytes each.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace laurel::adapters::sqlite {

class AnnouncedEntries {
 public:
  void note(std::string_view table, std::string_view key, std::string_view id);
  void keep();
  void forget() { noted_.clear(); }
  /// The entry has been erased, perhaps.
  void withdraw(std::string_view table, std::string_view key, std::string_view id);
  [[nodiscard]] bool has(std::string_view table, std::string_view key, std::string_view id);

 private:
  using Fingerprint = std::pair<std::uint64_t, std::uint64_t>;
  [[nodiscard]] static Fingerprint fingerprint(std::string_view table, std::string_view key,
                                               std::string_view id);

  std::vector<Fingerprint> noted_;  // in the transaction of the moment
  std::vector<Fingerprint> kept_;
  std::size_t sorted_ = 0;  // how many of them are, from the start
  std::set<Fingerprint> withdrawn_;
};

}  // namespace laurel::adapters::sqlite

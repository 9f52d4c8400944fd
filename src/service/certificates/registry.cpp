#include "service/certificates/registry.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "domain/folding.h"
#include "service/certificates/records.h"
#include "service/certificates/schema.h"

namespace laurel::service::certificates {
namespace {

using Words = std::vector<std::string>;

/// Of a name; who has more is found by the first ones.
constexpr std::size_t max_words = 8;
/// For pairs of words: more would only be more pairs.
constexpr std::size_t max_paired_words = 3;
constexpr std::size_t max_pair_entries = 100;
constexpr std::size_t max_word_entries = 500;
/// For a word by itself, which every entry fits: some people have two words that begin so.
constexpr std::size_t max_alone_entries = 2 * max_registry_hits;
constexpr std::size_t max_of_a_number = 20;
constexpr std::size_t max_of_an_address = 200;

Words words_of(std::string_view name) {
  Words words = domain::folded_words(name);
  if (words.size() > max_words) words.resize(max_words);
  return words;
}

std::vector<CertificateWordsRecord> names_of(const CertificateRecord& record) {
  const domain::Certificate& certificate = record.certificate;
  std::vector<CertificateWordsRecord> names;
  for (std::string& words : word_orders(certificate.owner_name)) {
    names.push_back({certificate.association, std::move(words), certificate.number});
  }
  return names;
}

std::optional<CertificateAddressRecord> address_of(const CertificateRecord& record) {
  const domain::Certificate& certificate = record.certificate;
  if (!certificate.owner_email) return std::nullopt;
  return CertificateAddressRecord{certificate.association, *certificate.owner_email,
                                  certificate.number};
}

/// Who holds it is found by its end (reminders.h).
base::Status move_end_of_link(ports::Transaction& transaction, const CertificateRecord& before,
                              const CertificateRecord& after) {
  if (before.certificate.valid_until == after.certificate.valid_until) return {};
  auto link = store::load<LinkedCertificateRecord>(transaction, after.id());
  if (!link) return tl::unexpected(link.error());
  if (!*link) return {};
  (*link)->valid_until = after.certificate.valid_until;
  return store::save(transaction, **link);
}

/// The names that the certificate has had and has no longer.
base::Status erase_names(ports::Transaction& transaction, const CertificateRecord& before,
                         const CertificateRecord& after) {
  const auto kept = names_of(after);
  for (const CertificateWordsRecord& name : names_of(before)) {
    const bool stays = std::any_of(kept.begin(), kept.end(),
                                   [&](const auto& other) { return other.words == name.words; });
    if (stays) continue;
    if (auto status = store::erase(transaction, name); !status) return status;
  }
  return {};
}

base::Status erase_address(ports::Transaction& transaction, const CertificateRecord& before,
                           const CertificateRecord& after) {
  const auto address = address_of(before);
  if (!address || before.certificate.owner_email == after.certificate.owner_email) return {};
  return store::erase(transaction, *address);
}

// ---- finding ----

/// The certificates under the addresses that begin with `start`, by address and then number. At
/// most `limit` of their entries are read.
base::Result<std::vector<CertificateRecord>> under_addresses(ports::Transaction& transaction,
                                                             const std::string& start,
                                                             std::size_t limit) {
  const auto stored = transaction.list(schema::certificate_addresses, start, limit);
  if (!stored) return tl::unexpected(stored.error());
  std::vector<CertificateRecord> records;
  for (const ports::Record& one : *stored) {
    if (!one.id.starts_with(start)) break;
    const std::size_t address = one.id.find(' ');
    const std::size_t number = one.id.find(' ', address + 1);
    auto record = store::load<CertificateRecord>(transaction,
                                                 one.id.substr(0, address) + one.id.substr(number));
    if (!record) return tl::unexpected(record.error());
    if (!*record) continue;
    const auto known = address_of(**record);
    if (known && known->id() == one.id) records.push_back(std::move(**record));
  }
  return records;
}

base::Result<std::vector<CertificateRecord>> fitting(
    base::Result<std::vector<CertificateRecord>> records, const RegistryDays& days) {
  if (!records) return records;
  std::erase_if(*records, [&](const CertificateRecord& record) {
    return (days.awarded && *days.awarded != record.certificate.awarded) ||
           (days.valid_until && *days.valid_until != record.certificate.valid_until);
  });
  return records;
}

bool has_all(const std::string& name, const Words& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return name.find(" " + word) != std::string::npos;
  });
}

/// Gathers what is found, each certificate once.
class Search {
 public:
  explicit Search(ports::Transaction& transaction) : transaction_(transaction) {}

  [[nodiscard]] bool is_full() const { return hits_.certificates.size() >= max_registry_hits; }
  void note_more() { hits_.more = true; }

  base::Status add_addresses(const std::string& start) {
    const auto records = under_addresses(transaction_, start, max_registry_hits + 1);
    if (!records) return tl::unexpected(records.error());
    for (const CertificateRecord& record : *records) add(record);
    return {};
  }

  /// Those whose number's key begins with `start`.
  base::Status add_numbers(const std::string& start) {
    const auto stored = transaction_.range(schema::certificates, schema::by_number, start,
                                           store::end_of_keys(start), max_registry_hits + 1);
    if (!stored) return tl::unexpected(stored.error());
    for (const ports::Record& one : *stored) {
      const auto record = store::decode_record<CertificateRecord>(one);
      if (!record) return tl::unexpected(record.error());
      add(*record);
    }
    return {};
  }

  /// Of the first `limit` names that begin with `start`, the owners' certificates where the name
  /// has every word.
  base::Status add_names(const std::string& start, const Words& wanted, std::size_t limit) {
    const auto stored = transaction_.list(schema::certificate_words, start, limit);
    if (!stored) return tl::unexpected(stored.error());
    for (const ports::Record& one : *stored) {
      if (!one.id.starts_with(start)) return {};
      const std::size_t end = one.id.find('|');
      const std::string id = one.id.substr(0, one.id.find(' ') + 1) + one.id.substr(end + 1);
      if (!has_all(one.id.substr(0, end), wanted) || seen_.contains(id)) continue;
      const auto record = store::load<CertificateRecord>(transaction_, id);
      if (!record) return tl::unexpected(record.error());
      if (*record && !add(**record)) return {};
    }
    if (stored->size() == limit) note_more();
    return {};
  }

  [[nodiscard]] RegistryHits take() { return std::move(hits_); }

 private:
  /// False where there is no more room.
  bool add(const CertificateRecord& record) {
    if (!seen_.insert(record.id()).second) return true;
    if (is_full()) {
      note_more();
      return false;
    }
    hits_.certificates.push_back(record.certificate);
    return true;
  }

  ports::Transaction& transaction_;
  std::set<std::string, std::less<>> seen_;
  RegistryHits hits_;
};

/// First by two words that follow one another in one of the orders, the first of them typed in
/// full: that finds two whole words of a name however many people have one of them. Then by the
/// longest word alone.
base::Status find_by_name(Search& search, const std::string& start, const Words& wanted) {
  const std::size_t paired = std::min(wanted.size(), max_paired_words);
  for (std::size_t first = 0; first < paired; ++first) {
    for (std::size_t second = 0; second < paired && !search.is_full(); ++second) {
      if (first == second) continue;
      auto status = search.add_names(start + wanted[first] + " " + wanted[second], wanted,
                                     max_pair_entries);
      if (!status) return status;
    }
  }
  if (search.is_full()) {
    search.note_more();
    return {};
  }
  const auto longest = std::max_element(
      wanted.begin(), wanted.end(), [](const std::string& a, const std::string& b) {
        return base::count_code_points(a) < base::count_code_points(b);
      });
  return search.add_names(start + *longest, wanted,
                          wanted.size() == 1 ? max_alone_entries : max_word_entries);
}

}  // namespace

std::vector<std::string> word_orders(std::string_view owner_name) {
  Words words = words_of(owner_name);
  std::vector<std::string> orders;
  for (std::size_t order = 0; order < words.size(); ++order) {
    std::string& joined = orders.emplace_back(words.front());
    for (std::size_t i = 1; i < words.size(); ++i) joined += " " + words[i];
    std::rotate(words.begin(), words.begin() + 1, words.end());
  }
  return orders;
}

base::Status save_certificate(ports::Transaction& transaction, const CertificateRecord& record) {
  const auto before = store::load<CertificateRecord>(transaction, record.id());
  if (!before) return tl::unexpected(before.error());
  if (*before) {
    auto status = erase_names(transaction, **before, record);
    if (!status) return status;
    status = erase_address(transaction, **before, record);
    if (!status) return status;
    status = move_end_of_link(transaction, **before, record);
    if (!status) return status;
  }
  return save_new_certificate(transaction, record);
}

base::Status save_new_certificate(ports::Transaction& transaction,
                                  const CertificateRecord& record) {
  for (const CertificateWordsRecord& name : names_of(record)) {
    if (auto status = store::save(transaction, name); !status) return status;
  }
  if (const auto address = address_of(record)) {
    if (auto status = store::save(transaction, *address); !status) return status;
  }
  return save_listed_certificate(transaction, record);
}

base::Status save_listed_certificate(ports::Transaction& transaction,
                                    const CertificateRecord& record) {
  return transaction.put(schema::certificates, {.id = record.id(),
                                                .document = base::encode_json(record),
                                                .keys = record.keys()});
}

base::Result<std::vector<CertificateRecord>> certificates_by_number(
    ports::Transaction& transaction, std::string_view association, std::string_view typed,
    const RegistryDays& days) {
  const std::string number = domain::number_key(typed);
  if (number.empty()) return std::vector<CertificateRecord>{};
  return fitting(
      store::load_all<CertificateRecord>(transaction, schema::by_number,
                                         certificate_key(association, number), max_of_a_number),
      days);
}

base::Result<std::vector<CertificateRecord>> certificates_by_email(
    ports::Transaction& transaction, std::string_view association, std::string_view email,
    const RegistryDays& days) {
  return fitting(
      under_addresses(transaction, store::email_key(association, email) + " ", max_of_an_address),
      days);
}

base::Result<RegistryHits> find_in_registry(ports::Transaction& transaction,
                                            std::string_view association,
                                            std::string_view typed) {
  const std::string start = std::string(association) + " ";
  Search search(transaction);
  base::Status status;
  if (typed.find('@') != std::string_view::npos) {
    const std::string address = base::ascii_lower(base::trim(typed));
    // After a space an entry goes on with the number.
    if (address.find(' ') == std::string::npos) status = search.add_addresses(start + address);
  } else if (const Words words = words_of(typed); !words.empty()) {
    status = search.add_numbers(start + domain::number_key(typed));
    if (status) status = find_by_name(search, start, words);
  }
  if (!status) return tl::unexpected(status.error());
  return search.take();
}

}  // namespace laurel::service::certificates

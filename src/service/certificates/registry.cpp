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
/// Of certificates that a name finds: few are shown, however many there are.
constexpr std::size_t loaded_at_once = max_registry_hits + 1;
constexpr std::size_t max_of_a_number = 20;
constexpr std::size_t max_of_an_address = 200;

Words words_of(std::string_view name) {
  Words words = domain::folded_words(name);
  if (words.size() > max_words) words.resize(max_words);
  return words;
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

// ---- finding ----

bool has_key(const ports::Record& record, const ports::Index& index, const std::string& key) {
  const auto& keys = store::keys_in(record, schema::certificates, index);
  return std::find(keys.begin(), keys.end(), key) != keys.end();
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

  /// Those whose key in the index begins with `start`.
  base::Status add_all(const ports::Index& index, const std::string& start) {
    const auto stored = transaction_.range(schema::certificates, index, start,
                                           store::end_of_keys(start), max_registry_hits + 1);
    if (!stored) return tl::unexpected(stored.error());
    for (const ports::Record& one : *stored) {
      const auto added = add(one);
      if (!added) return tl::unexpected(added.error());
    }
    return {};
  }

  /// Of the first `limit` names that begin with `start`, the owners' certificates where the name
  /// has every word.
  base::Status add_names(const std::string& start, const Words& wanted, std::size_t limit) {
    const auto entries = transaction_.entries(schema::certificates, schema::by_words, start,
                                              store::end_of_keys(start), limit);
    if (!entries) return tl::unexpected(entries.error());
    std::vector<ports::Entry> fitting;
    for (const ports::Entry& one : *entries) {
      if (has_all(one.key, wanted) && !seen_.contains(one.id)) fitting.push_back(one);
    }
    for (std::size_t at = 0; at < fitting.size(); at += loaded_at_once) {
      const auto goes_on = add_some({fitting.begin() + static_cast<std::ptrdiff_t>(at),
                                     fitting.begin() + static_cast<std::ptrdiff_t>(
                                         std::min(at + loaded_at_once, fitting.size()))});
      if (!goes_on) return tl::unexpected(goes_on.error());
      if (!*goes_on) return {};
    }
    if (entries->size() == limit) note_more();
    return {};
  }

  [[nodiscard]] RegistryHits take() { return std::move(hits_); }

 private:
  /// False where there is no more room.
  base::Result<bool> add_some(const std::vector<ports::Entry>& entries) {
    std::vector<std::string> ids;
    for (const ports::Entry& one : entries) ids.push_back(one.id);
    const auto stored = transaction_.get_many(schema::certificates, ids);
    if (!stored) return tl::unexpected(stored.error());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const auto& one = (*stored)[i];
      if (!one || !has_key(*one, schema::by_words, entries[i].key)) continue;
      auto added = add(*one);
      if (!added || !*added) return added;
    }
    return true;
  }

  /// False where there is no more room.
  base::Result<bool> add(const ports::Record& stored) {
    if (!seen_.insert(stored.id).second) return true;
    if (is_full()) {
      note_more();
      return false;
    }
    auto record = store::decode_record<CertificateRecord>(stored);
    if (!record) return tl::unexpected(record.error());
    hits_.certificates.push_back(std::move(record->certificate));
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

std::string words_key(std::string_view association, std::string_view words) {
  return std::string(association) + " " + std::string(words);
}

store::Keys CertificateRecord::keys() const {
  const std::string& association = certificate.association;
  ports::IndexKeys words;
  for (const std::string& order : word_orders(certificate.owner_name)) {
    words.push_back(words_key(association, order));
  }
  std::optional<std::string> address;
  if (certificate.owner_email) address = store::email_key(association, *certificate.owner_email);
  return {{schema::by_number,
           certificate_key(association, domain::number_key(certificate.number))},
          {schema::by_owner_email, std::move(address)},
          {schema::by_words, std::move(words)}};
}

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

base::Status change_certificate(ports::Transaction& transaction,
                                const CertificateRecord& record) {
  const auto before = store::load<CertificateRecord>(transaction, record.id());
  if (!before) return tl::unexpected(before.error());
  if (*before) {
    auto status = move_end_of_link(transaction, **before, record);
    if (!status) return status;
  }
  return store::save(transaction, record);
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
      store::load_all<CertificateRecord>(transaction, schema::by_owner_email,
                                         store::email_key(association, email), max_of_an_address),
      days);
}

base::Result<RegistryHits> find_in_registry(ports::Transaction& transaction,
                                            std::string_view association,
                                            std::string_view typed) {
  const std::string start = std::string(association) + " ";
  Search search(transaction);
  base::Status status;
  if (typed.find('@') != std::string_view::npos) {
    status = search.add_all(schema::by_owner_email, start + base::ascii_lower(base::trim(typed)));
  } else if (const Words words = words_of(typed); !words.empty()) {
    status = search.add_all(schema::by_number, start + domain::number_key(typed));
    if (status) status = find_by_name(search, start, words);
  }
  if (!status) return tl::unexpected(status.error());
  return search.take();
}

}  // namespace laurel::service::certificates

#include "service/certificates/import.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <utility>

#include "base/csv.h"
#include "base/utf8.h"
#include "service/certificates/records.h"
#include "service/certificates/registry.h"
#include "service/certificates/schema.h"
#include "service/store/records.h"

namespace laurel::service::certificates {
namespace {

constexpr std::size_t lines_between_progress = 10'000;
/// How long a sign-in may have to wait for one transaction, of which it needs some, and how much
/// memory that takes at most. The longer it is, the seldomer the disk is waited for.
constexpr std::chrono::milliseconds transaction_time{150};
constexpr std::size_t max_transaction_rows = 100'000;

/// Writes what differs. `listed`: its names and address have been written.
base::Status import_one(ports::Transaction& transaction, const CertificateFile& file,
                        CertificateRecord record, bool listed, Imported& imported) {
  const auto stored = transaction.get(schema::certificates, record.id());
  if (!stored) return tl::unexpected(stored.error());
  if (*stored && !file.has_all_columns()) {
    const auto known = store::decode_record<CertificateRecord>(**stored);
    if (!known) return tl::unexpected(known.error());
    file.keep_others(record.certificate, known->certificate);
  }
  if (*stored && (*stored)->document == base::encode_json(record)) {
    ++imported.unchanged;
    return {};
  }
  ++(*stored ? imported.changed : imported.added);
  if (*stored) return save_certificate(transaction, record);
  return listed ? save_listed_certificate(transaction, record)
                : save_new_certificate(transaction, record);
}

/// Calls `write(transaction, i)` for each i below `count`, in transactions that are short enough.
/// `on_committed(done)` comes after each.
template <class Write, class OnCommitted>
base::Status write_in_turns(kernel::Services& services, std::size_t count, const Write& write,
                            const OnCommitted& on_committed) {
  for (std::size_t done = 0; done < count;) {
    std::size_t next = done;
    const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
      const base::Instant until = services.clock.now() + transaction_time;
      const std::size_t end = std::min(done + max_transaction_rows, count);
      for (next = done; next < end && services.clock.now() < until; ++next) {
        if (auto written = write(transaction, next, next == done); !written) return written;
      }
      return {};
    });
    if (!status) return status;
    done = next;
    on_committed(done);
  }
  return {};
}

/// What to add to a fault of the header, which is all of a file whose lines no LF ends.
std::string about_line_ends(std::string_view header) {
  for (std::size_t at = 0; (at = header.find('\r', at)) != std::string_view::npos; ++at) {
    if (header.substr(at, 2) == "\r\n") continue;
    return "; lines have to end with LF or CR LF, and here a CR stands alone";
  }
  return "";
}

/// The indexes of those that the registry does not hold.
base::Result<std::vector<bool>> new_ones(kernel::Services& services, const CertificateFile& file) {
  std::vector<bool> is_new(file.size());
  for (std::size_t done = 0; done < file.size(); done += max_transaction_rows) {
    const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
      const std::size_t end = std::min(done + max_transaction_rows, file.size());
      for (std::size_t i = done; i < end; ++i) {
        const auto stored = transaction.get(schema::certificates, file.record_id(i));
        if (!stored) return tl::unexpected(stored.error());
        is_new[i] = !*stored;
      }
      return {};
    });
    if (!status) return tl::unexpected(status.error());
  }
  return is_new;
}

/// One of the records by which a new certificate is found: a name of its owner's, or the address.
struct Entry {
  enum class Kind { name, address };
  Kind kind = Kind::name;
  std::string text;
  std::size_t certificate = 0;  // its index in the file
};

std::vector<Entry> entries_in_order(const CertificateFile& file, const std::vector<bool>& is_new) {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < file.size(); ++i) {
    if (!is_new[i]) continue;
    for (std::string& words : word_orders(file.owner_name(i))) {
      entries.push_back({Entry::Kind::name, std::move(words), i});
    }
    if (auto email = file.owner_email(i)) {
      entries.push_back({Entry::Kind::address, std::move(*email), i});
    }
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.text < b.text;
  });
  return entries;
}

/// Of `entries` and then the file's certificates, told in certificates.
ImportProgress progress_of(std::size_t done, std::size_t entries, const CertificateFile& file) {
  return {done * file.size() / (entries + file.size()), file.size()};
}

/// Those of the new certificates; how many there are.
base::Result<std::size_t> write_entries(kernel::Services& services, const CertificateFile& file,
                                        const std::vector<bool>& is_new,
                                        const OnImportProgress& progress) {
  const auto entries = entries_in_order(file, is_new);
  const auto status = write_in_turns(
      services, entries.size(),
      [&](ports::Transaction& transaction, std::size_t i, bool /*first*/) {
        const auto& [kind, text, certificate] = entries[i];
        const std::string& number = file.number(certificate);
        return kind == Entry::Kind::name
                   ? store::save(transaction,
                                 CertificateWordsRecord{file.association(), text, number})
                   : store::save(transaction,
                                 CertificateAddressRecord{file.association(), text, number});
      },
      [&](std::size_t done) { progress(progress_of(done, entries.size(), file)); });
  if (!status) return tl::unexpected(status.error());
  return entries.size();
}

}  // namespace

CertificateFile CertificateFile::check(std::string_view text, std::string association,
                                       const OnImportProgress& progress) {
  CertificateFile file(text, std::move(association));
  file.read_rows(progress);
  if (file.faulty_lines_ == 0 || !file.rows_.empty()) file.sort_rows();
  return file;
}

void CertificateFile::add_fault(std::size_t line, std::string reason) {
  ++faulty_lines_;
  if (faults_.size() < max_faults) faults_.push_back({line, std::move(reason)});
}

void CertificateFile::read_rows(const OnImportProgress& progress) {
  base::CsvReader reader(text_);
  base::CsvRecord record;
  if (!reader.next(record)) return add_fault(1, "the file is empty");
  if (record.fault) return add_fault(record.line, std::string(base::name_of(*record.fault)));
  const std::string about_header =
      about_line_ends(text_.substr(record.start, reader.position() - record.start));
  const std::size_t header_line = record.line;
  width_ = record.fields.size();
  constexpr auto& names = CertificateRow::column_names;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto found = std::find_if(
        record.fields.begin(), record.fields.end(),
        [&](const std::string& field) { return base::trim(field) == names[i]; });
    if (found == record.fields.end()) {
      if (i >= CertificateRow::needed_columns) continue;
      return add_fault(header_line,
                       "there is no column " + std::string(names[i]) + about_header);
    }
    columns_[i] = static_cast<std::size_t>(found - record.fields.begin());
  }
  for (std::size_t count = 1; reader.next(record); ++count) {
    if (count % lines_between_progress == 0) progress({reader.position(), text_.size()});
    if (record.fault) {
      add_fault(record.line, std::string(base::name_of(*record.fault)));
    } else if (record.fields.size() != width_) {
      add_fault(record.line, std::to_string(record.fields.size()) + " fields instead of " +
                                 std::to_string(width_));
    } else {
      const CertificateRow row(record.fields, columns_);
      if (std::string faults = row.faults(); !faults.empty()) {
        add_fault(record.line, std::move(faults));
      } else {
        rows_.push_back({std::string(row.field(CertificateRow::number)),
                         std::string(row.field(CertificateRow::owner_name)), record.start,
                         record.line});
      }
    }
  }
  if (rows_.empty() && faulty_lines_ == 0) {
    add_fault(header_line, "no certificate follows the names of the columns" + about_header);
  }
  progress({text_.size(), text_.size()});
}

/// Equal numbers come by their lines; each but the first is a fault.
void CertificateFile::sort_rows() {
  std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
    const int order = a.number.compare(b.number);
    return order != 0 ? order < 0 : a.line < b.line;
  });
  std::vector<ImportFault> repeated;
  for (std::size_t i = 1; i < rows_.size(); ++i) {
    if (rows_[i].number != rows_[i - 1].number) continue;
    repeated.push_back({rows_[i].line, "the same number as on line " +
                                           std::to_string(rows_[i - 1].line)});
  }
  if (repeated.empty()) return;
  faulty_lines_ += repeated.size();
  faults_.insert(faults_.end(), repeated.begin(), repeated.end());
  std::sort(faults_.begin(), faults_.end(),
            [](const ImportFault& a, const ImportFault& b) { return a.line < b.line; });
  if (faults_.size() > max_faults) faults_.resize(max_faults);
}

base::CsvRecord CertificateFile::record(std::size_t index) const {
  assert(faulty_lines_ == 0);
  base::CsvReader reader(text_);
  reader.go_to(rows_[index].start);
  base::CsvRecord record;
  record.fields.reserve(width_);
  const bool read = reader.next(record);
  assert(read && !record.fault);
  static_cast<void>(read);
  return record;
}

domain::Certificate CertificateFile::certificate(std::size_t index) const {
  const base::CsvRecord whole = record(index);
  return CertificateRow(whole.fields, columns_).certificate(association_);
}

std::optional<std::string> CertificateFile::owner_email(std::size_t index) const {
  const base::CsvRecord whole = record(index);
  return CertificateRow(whole.fields, columns_).address();
}

std::string CertificateFile::record_id(std::size_t index) const {
  return certificate_key(association_, rows_[index].number);
}

bool CertificateFile::has_all_columns() const {
  return columns_[CertificateRow::level] && columns_[CertificateRow::domain_of];
}

void CertificateFile::keep_others(domain::Certificate& certificate,
                                  const domain::Certificate& known) const {
  if (!columns_[CertificateRow::level]) certificate.level = known.level;
  if (!columns_[CertificateRow::domain_of]) certificate.domain = known.domain;
}

base::Result<Imported> import_certificates(kernel::Services& services, const CertificateFile& file,
                                           const OnImportProgress& progress) {
  assert(file.faulty_lines() == 0);
  const auto is_new = new_ones(services, file);
  if (!is_new) return tl::unexpected(is_new.error());
  const auto entries = write_entries(services, file, *is_new, progress);
  if (!entries) return tl::unexpected(entries.error());
  Imported imported;
  Imported committed;
  const auto status = write_in_turns(
      services, file.size(),
      [&](ports::Transaction& transaction, std::size_t i, bool first) {
        if (first) imported = committed;  // the transaction may be tried again
        return import_one(transaction, file, CertificateRecord{file.certificate(i)}, (*is_new)[i],
                          imported);
      },
      [&](std::size_t done) {
        committed = imported;
        progress(progress_of(*entries + done, *entries, file));
      });
  if (!status) return tl::unexpected(status.error());
  return committed;
}

}  // namespace laurel::service::certificates

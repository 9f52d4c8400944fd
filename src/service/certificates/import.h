// An association's registry of certificates, imported from CSV (base/csv.h).
//
//   const auto file = CertificateFile::check(text, "ipma", progress);
//   if (file.faulty_lines() > 0) …  file.faults()             nothing has been written
//   const auto imported = import_certificates(services, file, progress);
//   imported->added, imported->changed, imported->unchanged
//
// The first line names the columns, in any order: number, title, owner_name, owner_email (may be
// empty), issuer, awarded, valid_until (2029-03-17). Two more may be there, and be empty: level (A
// to D) and domain (project, programme, portfolio, agile); of a file without one of them,
// certificates keep what the registry has. Other columns are ignored. A file without any certificate
// is at fault: most often its lines end in a way that nobody reads any more.
//
// All or nothing: every line is checked before the first one is written, so a file with a fault
// changes nothing. What is written then is right line by line, whatever the others are, and nothing
// is ever removed; so it goes in transactions of 150 ms, between which a server on the
// same data gets its turn, and not in one that would hold everybody up. What finds new
// certificates, their owners' names and addresses, is written before them, in its own order, so
// that a store writes its pages few times. Whoever ends it midway leaves certificates that are
// whole, right and found, and goes on by running it again: lines that are as the registry has them
// cost a look and change nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "domain/certificate.h"
#include "service/certificates/row.h"
#include "service/kernel/services.h"

namespace laurel::service::certificates {

/// Called now and then; where it takes its time, nothing is locked.
struct ImportProgress {
  std::size_t done = 0;
  std::size_t of = 0;  // bytes while checking, certificates while writing, with what finds them
};
using OnImportProgress = std::function<void(const ImportProgress&)>;

struct ImportFault {
  std::size_t line = 0;
  std::string reason;
};

class CertificateFile {
 public:
  static constexpr std::size_t max_faults = 100;

  /// The text has to outlive the file.
  [[nodiscard]] static CertificateFile check(std::string_view text, std::string association,
                                             const OnImportProgress& progress);

  /// Of the first lines that have one, in their order.
  [[nodiscard]] const std::vector<ImportFault>& faults() const { return faults_; }
  [[nodiscard]] std::size_t faulty_lines() const { return faulty_lines_; }

  /// How many certificates it holds.
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

  /// By their numbers: neighbours in the registry are written together. Only without faults.
  [[nodiscard]] domain::Certificate certificate(std::size_t index) const;

  /// Of the same, without the rest: reading all of a million certificates takes its time.
  [[nodiscard]] const std::string& number(std::size_t index) const { return rows_[index].number; }
  [[nodiscard]] const std::string& owner_name(std::size_t index) const {
    return rows_[index].owner_name;
  }
  [[nodiscard]] std::optional<std::string> owner_email(std::size_t index) const;
  [[nodiscard]] const std::string& association() const { return association_; }

  /// The id of its record in the registry.
  [[nodiscard]] std::string record_id(std::size_t index) const;

  /// Whether the file has every column; else `keep_others` completes what the registry knows.
  [[nodiscard]] bool has_all_columns() const;
  void keep_others(domain::Certificate& certificate, const domain::Certificate& known) const;

 private:
  struct Row {
    std::string number;
    std::string owner_name;
    std::size_t start = 0;
    std::size_t line = 0;
  };
  CertificateFile(std::string_view text, std::string association)
      : text_(text), association_(std::move(association)) {}
  [[nodiscard]] base::CsvRecord record(std::size_t index) const;
  void add_fault(std::size_t line, std::string reason);
  void read_rows(const OnImportProgress& progress);
  void sort_rows();

  std::string_view text_;
  std::string association_;
  CertificateRow::Columns columns_{};
  std::size_t width_ = 0;  // fields of a record
  std::vector<Row> rows_;
  std::vector<ImportFault> faults_;
  std::size_t faulty_lines_ = 0;
};

struct Imported {
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
};

/// Only for a file without faults. Errors: whatever the store says; running it again goes on.
[[nodiscard]] base::Result<Imported> import_certificates(kernel::Services& services,
                                                         const CertificateFile& file,
                                                         const OnImportProgress& progress);

}  // namespace laurel::service::certificates

// One line of a registry's file (import.h): what may be wrong in it, and the
// certificate that it holds.
//
//   const CertificateRow row(record.fields, columns);
//   if (const std::string faults = row.faults(); !faults.empty()) …
//   row.certificate("ipma")
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/certificate.h"

namespace laurel::service::certificates {

/// Looks at fields and columns that have to outlive it.
class CertificateRow {
 public:
  static constexpr std::array<std::string_view, 9> column_names = {
      "number",  "title",       "owner_name", "owner_email", "issuer",
      "awarded", "valid_until", "level",      "domain"};
  static constexpr std::size_t needed_columns = 7;  // the first ones; files may lack the others

  /// In the order of `column_names`.
  enum Column {
    number,
    title,
    owner_name,
    owner_email,
    issuer,
    awarded,
    valid_until,
    level,
    domain_of,
  };

  /// Where each of `column_names` is in a record; nothing for those that the file lacks.
  using Columns = std::array<std::optional<std::size_t>, column_names.size()>;

  CertificateRow(const std::vector<std::string>& fields, const Columns& columns)
      : fields_(fields), columns_(columns) {}

  /// Without white space around it; empty where the file lacks the column.
  [[nodiscard]] std::string_view field(Column column) const;

  /// "number is missing; awarded is no day such as 2029-03-17"; empty where all is right.
  [[nodiscard]] std::string faults() const;

  /// Only of a row without faults. The owner's is normalised; nothing where none is given.
  [[nodiscard]] std::optional<std::string> address() const;
  [[nodiscard]] domain::Certificate certificate(const std::string& association) const;

 private:
  const std::vector<std::string>& fields_;
  const Columns& columns_;
};

}  // namespace laurel::service::certificates

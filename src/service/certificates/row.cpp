#include "service/certificates/row.h"

#include <utility>

#include "base/codec.h"
#include "base/time.h"
#include "base/utf8.h"
#include "domain/email.h"
#include "domain/person_name.h"

namespace laurel::service::certificates {
namespace {

using Column = CertificateRow::Column;

constexpr std::size_t max_number_bytes = 64;

/// Gathers what is wrong with a row.
class Check {
 public:
  explicit Check(const CertificateRow& row) : row_(row) {}

  void line_of_text(Column column) {
    const auto fault = domain::name_fault(row_.field(column));
    if (!fault) return;
    switch (*fault) {
      case domain::NameFault::missing: return add(column, "is missing");
      case domain::NameFault::too_long: return add(column, "is too long");
      case domain::NameFault::invalid: return add(column, "holds what no line of text may");
    }
  }

  void number() {
    line_of_text(Column::number);
    const std::string_view text = row_.field(Column::number);
    if (text.size() > max_number_bytes) add(Column::number, "is too long");
    if (!text.empty() && domain::number_key(text).empty()) {
      add(Column::number, "has neither letter nor digit");
    }
  }

  void address() {
    const std::string_view text = row_.field(Column::owner_email);
    if (!text.empty() && !domain::parse_email(text)) {
      add(Column::owner_email, "is no e-mail address");
    }
  }

  void days() {
    const auto awarded = day(Column::awarded);
    const auto valid_until = day(Column::valid_until);
    is_reversed_ = awarded && valid_until && *valid_until < *awarded;
  }

  template <class Enum>
  void word(Column column, const char* fault) {
    const std::string_view text = row_.field(column);
    if (!text.empty() && !base::enum_named<Enum>(text)) add(column, fault);
  }

  /// Two days in the wrong order are told only where nothing else is wrong.
  [[nodiscard]] std::string finish() {
    if (is_reversed_ && faults_.empty()) add(Column::valid_until, "is before awarded");
    return std::move(faults_);
  }

 private:
  std::optional<base::Date> day(Column column) {
    const std::string_view text = row_.field(column);
    const auto read = base::parse_date(text);
    if (!read) add(column, text.empty() ? "is missing" : "is no day such as 2029-03-17");
    return read;
  }

  void add(Column column, const char* fault) {
    if (!faults_.empty()) faults_ += "; ";
    faults_ += CertificateRow::column_names[column];
    faults_ += " ";
    faults_ += fault;
  }

  const CertificateRow& row_;
  std::string faults_;
  bool is_reversed_ = false;
};

}  // namespace

std::string_view CertificateRow::field(Column column) const {
  return columns_[column] ? base::trim(fields_[*columns_[column]]) : std::string_view();
}

std::string CertificateRow::faults() const {
  Check check(*this);
  check.number();
  for (const Column column : {title, owner_name}) check.line_of_text(column);
  check.address();
  check.line_of_text(issuer);
  check.days();
  check.word<domain::CertificateLevel>(level, "is none of A, B, C, D");
  check.word<domain::CertificateDomain>(domain_of,
                                        "is none of project, programme, portfolio, agile");
  return check.finish();
}

std::optional<std::string> CertificateRow::address() const {
  return domain::parse_email(field(owner_email));
}

domain::Certificate CertificateRow::certificate(const std::string& association) const {
  domain::Certificate certificate;
  certificate.association = association;
  certificate.number = field(number);
  certificate.title = field(title);
  certificate.owner_name = field(owner_name);
  certificate.owner_email = address();
  certificate.issuer = field(issuer);
  certificate.awarded = *base::parse_date(field(awarded));
  certificate.valid_until = *base::parse_date(field(valid_until));
  certificate.level = base::enum_named<domain::CertificateLevel>(field(level));
  certificate.domain = base::enum_named<domain::CertificateDomain>(field(domain_of));
  return certificate;
}

}  // namespace laurel::service::certificates

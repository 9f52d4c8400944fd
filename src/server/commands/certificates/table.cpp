#include "server/commands/certificates/table.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include "base/utf8.h"
#include "server/assembly.h"
#include "server/commands/terminal_text.h"
#include "service/certificates/registry.h"

namespace laurel::server {
namespace {

constexpr std::size_t column_count = 7;
using Row = std::array<std::string, column_count>;

Row row_of(const domain::Certificate& certificate, base::Date today) {
  return {printable(certificate.number),
          printable(certificate.owner_name),
          printable(certificate.title),
          printable(certificate.issuer),
          base::format_date(certificate.awarded),
          base::format_date(certificate.valid_until),
          std::string(base::name_of(domain::state_on(certificate, today)))};
}

std::string lines_of(const std::vector<Row>& rows) {
  std::array<std::size_t, column_count> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < column_count; ++i) {
      widths[i] = std::max(widths[i], base::count_code_points(row[i]));
    }
  }
  std::string text;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i + 1 < column_count; ++i) {
      text += row[i] + std::string(widths[i] - base::count_code_points(row[i]) + 2, ' ');
    }
    text += row.back() + "\n";
  }
  return text;
}

std::string table_of(const service::certificates::RegistryHits& hits, base::Date today) {
  if (hits.certificates.empty()) return "No certificates found.\n";
  std::vector<Row> rows = {{"NUMBER", "OWNER", "TITLE", "ISSUER", "AWARDED", "VALID UNTIL", "STATE"}};
  for (const domain::Certificate& certificate : hits.certificates) {
    rows.push_back(row_of(certificate, today));
  }
  std::string text = lines_of(rows);
  if (hits.more) text += "There may be more: type more of the number or the name.\n";
  return text;
}

}  // namespace

base::Result<std::string> certificate_table(const Options& options, base::Instant now) {
  std::error_code error;
  if (!std::filesystem::exists(database_path(options), error)) {
    return base::fail(base::ErrorCode::invalid_input, options.data_folder + ": no database");
  }
  const auto store = open_store(options);
  if (!store) return tl::unexpected(store.error());
  const CertificateOptions& query = options.certificates;
  std::string words;
  for (const std::string& word : query.words) words += word + " ";
  service::certificates::RegistryHits hits;
  const auto status = (*store)->read([&](ports::Transaction& transaction) -> base::Status {
    auto found = service::certificates::find_in_registry(transaction, query.association, words);
    if (!found) return tl::unexpected(found.error());
    hits = std::move(*found);
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return table_of(hits, base::date_of(now));
}

}  // namespace laurel::server

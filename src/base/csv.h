// Tables as text with commas (RFC 4180), read one record at a time:
//
//   base::CsvReader reader(text);
//   base::CsvRecord record;
//   while (reader.next(record)) {
//     if (record.fault) …  record.line
//     record.fields[0]
//   }
//
// Lines end with CR LF or LF; quoted fields may hold commas, quotes ("" stands for one) and ends of
// lines. A byte order mark is skipped, and so are empty lines. What breaks the form is told with its
// line, and reading goes on with the next one, so that all that is wrong in a file can be told at once.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace laurel::base {

enum class CsvFault {
  open_quote,        // a quoted field that never ends; the rest of the file belongs to it
  after_quote,       // text between the end of a quoted field and the next comma
  quote_in_field,    // a quote in a field that is not quoted
  not_utf8,
  nul,               // a byte 0
};

constexpr std::array<std::string_view, 5> enum_names(CsvFault) {
  return {"a quote is never closed", "text after a closing quote",
          "a quote in a field that is not quoted", "no UTF-8", "a NUL byte"};
}

struct CsvRecord {
  std::size_t line = 0;   // on which it begins; the first is 1
  std::size_t start = 0;  // its first byte in the text
  std::vector<std::string> fields;
  std::optional<CsvFault> fault;  // with it, the fields mean nothing
};

class CsvReader {
 public:
  /// The text has to outlive the reader.
  explicit CsvReader(std::string_view text);

  /// Reads on from a record's `start`. Lines are counted from 1 again.
  void go_to(std::size_t start) { at_ = start; }

  /// False at the end of the text. Fields keep their memory from one record to the next.
  [[nodiscard]] bool next(CsvRecord& record);

  /// How many bytes of the text have been read.
  [[nodiscard]] std::size_t position() const { return at_; }

 private:
  [[nodiscard]] bool at_end_of_line() const;
  void skip_end_of_line();
  void skip_line();
  [[nodiscard]] std::optional<CsvFault> read_field(std::string& field);
  [[nodiscard]] std::optional<CsvFault> read_quoted(std::string& field);
  [[nodiscard]] std::optional<CsvFault> read_plain(std::string& field);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace laurel::base

#include "base/csv.h"

#include <algorithm>

#include "base/utf8.h"

namespace laurel::base {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::optional<CsvFault> fault_in(std::string_view bytes) {
  const bool plain = std::all_of(bytes.begin(), bytes.end(), [](char c) {
    return static_cast<signed char>(c) > 0;
  });
  if (plain) return std::nullopt;
  if (bytes.find('\0') != std::string_view::npos) return CsvFault::nul;
  return is_valid_utf8(bytes) ? std::nullopt : std::optional(CsvFault::not_utf8);
}

/// Fields are short, and find_first_of would make a call for each of their bytes.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != ',' && text[at] != '\n' && text[at] != '"') ++at;
  return at;
}

}  // namespace

CsvReader::CsvReader(std::string_view text) : text_(text) {
  if (text_.substr(0, byte_order_mark.size()) == byte_order_mark) at_ = byte_order_mark.size();
}

bool CsvReader::at_end_of_line() const {
  return at_ == text_.size() || text_[at_] == '\n' ||
         (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n');
}

void CsvReader::skip_end_of_line() {
  if (at_ == text_.size()) return;
  at_ += text_[at_] == '\r' ? 2 : 1;
  ++line_;
}

void CsvReader::skip_line() {
  at_ = std::min(text_.find('\n', at_), text_.size());
  skip_end_of_line();
}

std::optional<CsvFault> CsvReader::read_quoted(std::string& field) {
  ++at_;
  for (;;) {
    const std::size_t quote = text_.find('"', at_);
    const std::size_t end = std::min(quote, text_.size());
    field.append(text_.substr(at_, end - at_));
    at_ = end;
    if (quote == std::string_view::npos) return CsvFault::open_quote;
    ++at_;
    if (at_ == text_.size() || text_[at_] != '"') break;
    field.push_back('"');
    ++at_;
  }
  line_ += static_cast<std::size_t>(std::count(field.begin(), field.end(), '\n'));
  if (!at_end_of_line() && text_[at_] != ',') return CsvFault::after_quote;
  return std::nullopt;
}

std::optional<CsvFault> CsvReader::read_plain(std::string& field) {
  const std::size_t start = at_;
  at_ = end_of_plain(text_, at_);
  if (at_ < text_.size() && text_[at_] == '"') return CsvFault::quote_in_field;
  if (at_ < text_.size() && text_[at_] == '\n' && at_ > start && text_[at_ - 1] == '\r') --at_;
  field.assign(text_.substr(start, at_ - start));
  return std::nullopt;
}

std::optional<CsvFault> CsvReader::read_field(std::string& field) {
  field.clear();
  const bool quoted = at_ < text_.size() && text_[at_] == '"';
  return quoted ? read_quoted(field) : read_plain(field);
}

bool CsvReader::next(CsvRecord& record) {
  while (at_ < text_.size() && at_end_of_line()) skip_end_of_line();
  if (at_ == text_.size()) return false;
  record.line = line_;
  record.start = at_;
  record.fault.reset();
  std::size_t count = 0;
  for (;;) {
    if (count == record.fields.size()) record.fields.emplace_back();
    record.fault = read_field(record.fields[count]);
    ++count;
    if (record.fault || at_end_of_line()) break;
    ++at_;  // the comma
  }
  record.fields.resize(count);
  if (record.fault) {
    skip_line();
  } else {
    record.fault = fault_in(text_.substr(record.start, at_ - record.start));
    skip_end_of_line();
  }
  return true;
}

}  // namespace laurel::base

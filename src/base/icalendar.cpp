#include "base/icalendar.h"

#include "base/utf8.h"

namespace laurel::base {
namespace {

constexpr std::size_t max_line_octets = 75;  // without the CRLF

std::string without(std::string text, std::string_view unwanted) {
  std::erase_if(text, [&](char c) { return unwanted.find(c) != std::string_view::npos; });
  return text;
}

}  // namespace

void CalendarWriter::value(std::string_view property, std::string_view value) {
  const std::string line = std::string(property) + ":" + std::string(value);
  std::size_t octets = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t bytes = code_point_at(line, at).bytes;
    if (octets + bytes > max_line_octets) {
      out_ += "\r\n ";
      octets = 1;
    }
    out_.append(line, at, bytes);
    octets += bytes;
    at += bytes;
  }
  out_ += "\r\n";
}

void CalendarWriter::text(std::string_view property, std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\n') {
      escaped += "\\n";
    } else if (c == '\\' || c == ';' || c == ',') {
      escaped += '\\';
      escaped += c;
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      escaped += c;
    }
  }
  value(property, escaped);
}

std::string calendar_date(Date day) { return without(format_date(day), "-"); }

std::string calendar_instant(Instant instant) { return without(format_instant(instant), "-:"); }

}  // namespace laurel::base

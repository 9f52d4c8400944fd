#include "base/json_writer.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "base/utf8.h"

namespace laurel::base {
namespace {

/// How many characters at the beginning are ASCII and stand for themselves in JSON.
std::size_t count_plain(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && text[count] >= 0x20 && text[count] < 0x7F && text[count] != '"' &&
         text[count] != '\\') {
    ++count;
  }
  return count;
}

}  // namespace

void JsonWriter::separate() {
  if (needs_comma_) out_.push_back(',');
  needs_comma_ = true;
}

void JsonWriter::open(char bracket) {
  separate();
  out_.push_back(bracket);
  needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
  out_.push_back(bracket);
  needs_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  separate();
  quoted(name);
  out_.push_back(':');
  needs_comma_ = false;
}

void JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
}

void JsonWriter::integer(std::int64_t value) { raw(std::to_string(value)); }

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.17g", value);
  raw(text.data());
}

void JsonWriter::text(std::string_view value) {
  separate();
  quoted(value);
}

void JsonWriter::quoted(std::string_view value) {
  out_.push_back('"');
  for (std::size_t at = 0; at < value.size();) {
    // Most of most texts, at once: an import writes millions of them.
    const std::size_t plain = count_plain(value.substr(at));
    out_.append(value, at, plain);
    at += plain;
    if (at == value.size()) break;
    const CodePoint c = code_point_at(value, at);
    at += c.bytes;
    if (c.value == U'"' || c.value == U'\\') {
      out_.push_back('\\');
      out_.push_back(static_cast<char>(c.value));
    } else if (c.value == U'\n') {
      out_ += "\\n";
    } else if (c.value < 0x20 || c.value == 0x7F) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c.value));
      out_ += escape.data();
    } else {
      append_utf8(out_, c.value);
    }
  }
  out_.push_back('"');
}

void JsonWriter::value(const JsonValue& value) {
  if (const auto* flag = std::get_if<bool>(&value.data)) return boolean(*flag);
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return integer(*whole);
  if (const auto* real = std::get_if<double>(&value.data)) return number(*real);
  if (const auto* words = std::get_if<std::string>(&value.data)) return text(*words);
  if (const auto* array = std::get_if<JsonArray>(&value.data)) {
    begin_array();
    for (const JsonValue& item : *array) this->value(item);
    return end_array();
  }
  if (const auto* object = std::get_if<JsonObject>(&value.data)) {
    begin_object();
    for (const auto& [name, item] : *object) {
      key(name);
      this->value(item);
    }
    return end_object();
  }
  null();
}

}  // namespace laurel::base

// Writes JSON that is always well-formed: bad UTF-8 becomes U+FFFD, numbers that JSON lacks become
// null. Commas are the writer's business.
//
//   base::JsonWriter json;
//   json.begin_object();
//   json.key("name"); json.text("Ana");
//   json.end_object();
//   json.take() == R"({"name":"Ana"})"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/json_value.h"

namespace laurel::base {

class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void null() { raw("null"); }
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void integer(std::int64_t value);
  void number(double value);
  void text(std::string_view value);
  void value(const JsonValue& value);
  /// Puts in a document that is JSON already.
  void raw(std::string_view json);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void separate();
  void open(char bracket);
  void close(char bracket);
  void quoted(std::string_view value);

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace laurel::base

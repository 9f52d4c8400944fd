// JSON from strangers: what is read is within every limit, valid, and the same after it was written
// and read again; what is refused is refused without repeating it.
#include <algorithm>
#include <limits>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/utf8.h"
#include "tests/fuzz/property.h"

namespace laurel::fuzz {
namespace {

using base::JsonArray;
using base::JsonObject;
using base::JsonValue;

constexpr base::JsonLimits narrow{.max_bytes = 200, .max_depth = 3, .max_members = 4,
                                  .max_values = 12};

struct Measure {
  int depth = 0;
  std::size_t members = 0;  // of the largest object
  std::size_t values = 0;
};

void add_inner(Measure& outer, const Measure& inner) {
  outer.depth = std::max(outer.depth, inner.depth + 1);
  outer.members = std::max(outer.members, inner.members);
  outer.values += inner.values;
}

void check_text(const std::string& text) {
  always(base::is_valid_utf8(text), "text that was read is valid UTF-8");
}

Measure measure(const JsonValue& value) {
  Measure all{.values = 1};
  if (const auto* text = std::get_if<std::string>(&value.data)) check_text(*text);
  if (const auto* array = std::get_if<JsonArray>(&value.data)) {
    all.depth = 1;
    for (const JsonValue& item : *array) add_inner(all, measure(item));
  }
  if (const auto* object = std::get_if<JsonObject>(&value.data)) {
    all.depth = 1;
    all.members = object->size();
    for (const auto& [name, item] : *object) {
      check_text(name);
      always(value.find(name) == &item, "no key is there twice");
      add_inner(all, measure(item));
    }
  }
  return all;
}

bool is_within(const Measure& measured, std::size_t bytes, const base::JsonLimits& limits) {
  return bytes <= limits.max_bytes && measured.depth <= limits.max_depth &&
         measured.members <= limits.max_members && measured.values <= limits.max_values;
}

bool same(const JsonValue& a, const JsonValue& b);

/// JSON knows one kind of number: 1.0 may come back as 1.
bool same_number(const JsonValue& a, const JsonValue& b) {
  const auto as_double = [](const JsonValue& value) {
    const auto* whole = std::get_if<std::int64_t>(&value.data);
    return whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value.data);
  };
  return as_double(a) == as_double(b);
}

bool is_number(const JsonValue& value) {
  return std::holds_alternative<std::int64_t>(value.data) ||
         std::holds_alternative<double>(value.data);
}

bool same_members(const JsonObject& a, const JsonObject& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& two) {
    return one.first == two.first && same(one.second, two.second);
  });
}

bool same(const JsonValue& a, const JsonValue& b) {
  if (std::holds_alternative<double>(a.data) && is_number(b)) return same_number(a, b);
  if (a.data.index() != b.data.index()) return false;
  if (const auto* array = std::get_if<JsonArray>(&a.data)) {
    const auto& other = std::get<JsonArray>(b.data);
    return std::equal(array->begin(), array->end(), other.begin(), other.end(), same);
  }
  if (const auto* object = std::get_if<JsonObject>(&a.data)) {
    return same_members(*object, std::get<JsonObject>(b.data));
  }
  if (const auto* text = std::get_if<std::string>(&a.data)) {
    return *text == std::get<std::string>(b.data);
  }
  if (const auto* flag = std::get_if<bool>(&a.data)) return *flag == std::get<bool>(b.data);
  if (const auto* whole = std::get_if<std::int64_t>(&a.data)) {
    return *whole == std::get<std::int64_t>(b.data);
  }
  return true;
}

/// Escapes make a document longer, up to six times: size is not what is tested here.
base::Result<JsonValue> read_again(std::string_view text) {
  return base::parse_json(text, {.max_bytes = std::numeric_limits<std::size_t>::max()});
}

void check_written(const JsonValue& value) {
  base::JsonWriter json;
  json.value(value);
  const std::string written = json.take();
  always(base::is_valid_utf8(written), "what is written is valid UTF-8");
  const auto again = read_again(written);
  always(again.has_value(), "what is written can be read");
  always(same(value, *again), "what is written reads back the same");
}

void check_error(const base::Error& error) {
  always(error.code == base::ErrorCode::invalid_input, "a refusal is invalid_input");
  always(error.context.rfind("JSON: ", 0) == 0 && error.context.size() < 60,
         "a refusal says what is wrong and where, and no more");
}

void check_reader(std::string_view text) {
  const auto value = base::parse_json(text);
  const auto narrowly = base::parse_json(text, narrow);
  if (!narrowly) check_error(narrowly.error());
  if (!value) {
    check_error(value.error());
    always(!narrowly, "what is refused is refused with narrower limits as well");
    return;
  }
  const Measure measured = measure(*value);
  always(is_within(measured, text.size(), {}), "what is read is within the limits");
  always(narrowly.has_value() == is_within(measured, text.size(), narrow),
         "limits refuse what exceeds them, and nothing else");
  if (narrowly) always(same(*value, *narrowly), "limits change nothing of what they let through");
  check_written(*value);
}

void check_writer(std::string_view bytes) {
  base::JsonWriter json;
  json.text(bytes);
  const auto read = read_again(json.take());
  always(read.has_value(), "any bytes are written as well-formed JSON");
  const auto* text = std::get_if<std::string>(&read->data);
  always(text != nullptr && *text == base::to_valid_utf8(bytes),
         "any bytes read back as their valid UTF-8");
}

}  // namespace
}  // namespace laurel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = laurel::fuzz::as_text(data, size);
  laurel::fuzz::check_reader(input);
  laurel::fuzz::check_writer(input);
  return 0;
}

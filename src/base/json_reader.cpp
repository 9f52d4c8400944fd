#include "base/json_reader.h"

#include <limits>
#include <utility>

#include <nlohmann/json.hpp>

namespace laurel::base {

const JsonValue* JsonValue::find(std::string_view key) const {
  const auto* object = std::get_if<JsonObject>(&data);
  if (object == nullptr) return nullptr;
  for (const auto& [name, value] : *object) {
    if (name == key) return &value;
  }
  return nullptr;
}

namespace {

/// Receives nlohmann's events and builds the tree. A callback that returns false ends the parse.
class TreeBuilder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  explicit TreeBuilder(const JsonLimits& limits) : limits_(limits) {}

  bool null() { return add({nullptr}); }
  bool boolean(bool value) { return add({value}); }
  bool number_integer(number_integer_t value) { return add({std::int64_t{value}}); }
  bool number_unsigned(number_unsigned_t value) {
    constexpr auto largest =
        static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
    if (value > largest) return refuse("number out of range");
    return add({static_cast<std::int64_t>(value)});
  }
  bool number_float(number_float_t value, const string_t&) { return add({double{value}}); }
  bool string(string_t& value) { return add({std::move(value)}); }
  bool binary(binary_t&) { return refuse("binary value"); }

  bool start_object(std::size_t) { return open({JsonObject{}}); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open({JsonArray{}}); }
  bool end_array() { return close(); }

  bool key(string_t& name) {
    const auto& members = std::get<JsonObject>(open_.back().data);
    if (members.size() >= limits_.max_members) return refuse("too many members");
    for (const auto& member : members) {
      if (member.first == name) return refuse("duplicate key");
    }
    keys_.back() = std::move(name);
    return true;
  }

  template <class Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception&) {
    position_ = position;
    return refuse("not well-formed");
  }

  [[nodiscard]] std::string problem() const {
    std::string text = std::string("JSON: ") + problem_;
    if (position_ > 0) text += " at byte " + std::to_string(position_);
    return text;
  }

  JsonValue take_root() { return std::move(root_); }

 private:
  bool refuse(const char* problem) {
    problem_ = problem;
    return false;
  }

  bool add(JsonValue value) {
    if (++count_ > limits_.max_values) return refuse("too many values");
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (auto* array = std::get_if<JsonArray>(&open_.back().data)) {
      array->push_back(std::move(value));
    } else {
      auto& object = std::get<JsonObject>(open_.back().data);
      object.emplace_back(std::move(keys_.back()), std::move(value));
    }
    return true;
  }

  bool open(JsonValue value) {
    if (static_cast<int>(open_.size()) >= limits_.max_depth) return refuse("too deep");
    open_.push_back(std::move(value));
    keys_.emplace_back();
    return true;
  }

  bool close() {
    JsonValue value = std::move(open_.back());
    open_.pop_back();
    keys_.pop_back();
    return add(std::move(value));
  }

  const JsonLimits& limits_;
  std::vector<JsonValue> open_;    // the containers that are still being read, outermost first
  std::vector<std::string> keys_;  // for each of them, the key whose value comes next
  JsonValue root_;
  std::size_t count_ = 0;
  std::size_t position_ = 0;
  const char* problem_ = "not well-formed";
};

}  // namespace

Result<JsonValue> parse_json(std::string_view text, const JsonLimits& limits) {
  if (text.size() > limits.max_bytes) return fail(ErrorCode::invalid_input, "JSON: too large");
  // nlohmann's lexer takes a zero byte for the end of the text and never looks at what follows.
  if (text.find('\0') != std::string_view::npos) {
    return fail(ErrorCode::invalid_input, "JSON: not well-formed");
  }
  TreeBuilder builder(limits);
  const bool parsed = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  if (!parsed) return fail(ErrorCode::invalid_input, builder.problem());
  return builder.take_root();
}

}  // namespace laurel::base

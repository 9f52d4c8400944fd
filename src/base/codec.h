// Structs to JSON and back, from one description of each struct.
//
// A struct that travels states its fields once; decoding with every check, encoding, and the JSON
// schema of the OpenAPI document (protocol/json_schema.h) all read that one list:
//
//   struct SignInRequest {
//     std::string email;
//     std::optional<std::string> device;
//     static constexpr auto fields() {
//       return std::tuple{base::field("email", &SignInRequest::email, {.max_bytes = 254}),
//                         base::field("device", &SignInRequest::device)};
//     }
//   };
//   base::Result<SignInRequest> request = base::decode_json<SignInRequest>(body);
//   std::string body = base::encode_json(*request);
//
// Field types: bool, std::int64_t, double, std::string, Id<…>, Date ("2021-04-26"), Instant
// (milliseconds), enums with `enum_names`, described structs, std::optional and std::vector of
// these. A missing optional stays empty; anything else that is missing is an error. Unknown members
// of the document are ignored, so that old and new versions understand each other.
//
// Enums state their words beside their declaration, found by argument-dependent lookup:
//
//   constexpr std::array<std::string_view, 2> enum_names(Level) { return {"a", "b"}; }
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/result.h"
#include "base/time.h"

namespace laurel::base {

struct FieldRule {
  std::size_t max_bytes = 2000;     // of a text
  std::size_t min_items = 0;        // of a list
  std::size_t max_items = 10'000;
  std::int64_t minimum = -9007199254740991;  // of a number; JSON's safe integers (RFC 7493 2.2)
  std::int64_t maximum = 9007199254740991;
  bool secret = false;              // left out of logs and fingerprints
  std::string_view description = {};
};

template <class Struct, class Member>
struct Field {
  std::string_view name;
  Member Struct::*member;
  FieldRule rule;
};

template <class Struct, class Member>
constexpr Field<Struct, Member> field(std::string_view name, Member Struct::*member,
                                      FieldRule rule = {}) {
  return {name, member, rule};
}

template <class T>
concept Described = requires { T::fields(); };
template <class T>
concept NamedEnum = std::is_enum_v<T> && requires(T value) { enum_names(value); };

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsId : std::false_type {};
template <class Tag>
struct IsId<Id<Tag>> : std::true_type {};

template <NamedEnum E>
constexpr std::string_view name_of(E value) {
  return enum_names(value)[static_cast<std::size_t>(value)];
}

template <NamedEnum E>
constexpr std::optional<E> enum_named(std::string_view name) {
  const auto names = enum_names(E{});
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

namespace detail {

[[nodiscard]] inline Error wrong(const std::string& path, const char* expected) {
  return {ErrorCode::invalid_input, (path.empty() ? "document" : path) + ": " + expected};
}

template <class T>
std::optional<Error> read(const JsonValue& json, T& out, const FieldRule& rule,
                          const std::string& path);

inline std::optional<Error> read_text(const JsonValue& json, std::string& out,
                                      const FieldRule& rule, const std::string& path) {
  const auto* text = std::get_if<std::string>(&json.data);
  if (text == nullptr) return wrong(path, "text expected");
  if (text->size() > rule.max_bytes) return wrong(path, "too long");
  out = *text;
  return std::nullopt;
}

inline std::optional<Error> read_integer(const JsonValue& json, std::int64_t& out,
                                         const FieldRule& rule, const std::string& path) {
  const auto* number = std::get_if<std::int64_t>(&json.data);
  if (number == nullptr) return wrong(path, "whole number expected");
  if (*number < rule.minimum || *number > rule.maximum) return wrong(path, "number out of range");
  out = *number;
  return std::nullopt;
}

template <Described T>
std::optional<Error> read_struct(const JsonValue& json, T& out, const std::string& path) {
  if (!std::holds_alternative<JsonObject>(json.data)) return wrong(path, "object expected");
  std::optional<Error> error;
  const auto read_field = [&](const auto& field) {
    if (error) return;
    using Member = std::remove_cvref_t<decltype(out.*field.member)>;
    const std::string where = path.empty() ? std::string(field.name)
                                           : path + "." + std::string(field.name);
    const JsonValue* value = json.find(field.name);
    if (value == nullptr) {
      if constexpr (!IsOptional<Member>::value) error = wrong(where, "missing");
      return;
    }
    error = read(*value, out.*field.member, field.rule, where);
  };
  std::apply([&](const auto&... field) { (read_field(field), ...); }, T::fields());
  return error;
}

template <class T>
std::optional<Error> read_list(const JsonValue& json, std::vector<T>& out, const FieldRule& rule,
                               const std::string& path) {
  const auto* array = std::get_if<JsonArray>(&json.data);
  if (array == nullptr) return wrong(path, "list expected");
  if (array->size() < rule.min_items) return wrong(path, "too few items");
  if (array->size() > rule.max_items) return wrong(path, "too many items");
  out.resize(array->size());
  for (std::size_t i = 0; i < array->size(); ++i) {
    auto error = read((*array)[i], out[i], rule, path + "[" + std::to_string(i) + "]");
    if (error) return error;
  }
  return std::nullopt;
}

template <class T>
std::optional<Error> read(const JsonValue& json, T& out, const FieldRule& rule,
                          const std::string& path) {
  if constexpr (IsOptional<T>::value) {
    if (std::holds_alternative<std::nullptr_t>(json.data)) return std::nullopt;
    return read(json, out.emplace(), rule, path);
  } else if constexpr (IsVector<T>::value) {
    return read_list(json, out, rule, path);
  } else if constexpr (Described<T>) {
    return read_struct(json, out, path);
  } else if constexpr (IsId<T>::value) {
    return read_text(json, out.value, rule, path);
  } else if constexpr (std::is_same_v<T, std::string>) {
    return read_text(json, out, rule, path);
  } else if constexpr (std::is_same_v<T, bool>) {
    const bool* flag = std::get_if<bool>(&json.data);
    if (flag == nullptr) return wrong(path, "true or false expected");
    out = *flag;
    return std::nullopt;
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    return read_integer(json, out, rule, path);
  } else if constexpr (std::is_same_v<T, double>) {
    if (const auto* whole = std::get_if<std::int64_t>(&json.data)) {
      out = static_cast<double>(*whole);
      return std::nullopt;
    }
    const double* number = std::get_if<double>(&json.data);
    if (number == nullptr) return wrong(path, "number expected");
    out = *number;
    return std::nullopt;
  } else if constexpr (std::is_same_v<T, Instant>) {
    std::int64_t milliseconds = 0;
    auto error = read_integer(json, milliseconds, rule, path);
    if (!error) out = Instant(std::chrono::milliseconds(milliseconds));
    return error;
  } else if constexpr (std::is_same_v<T, Date>) {
    std::string text;
    auto error = read_text(json, text, rule, path);
    if (error) return error;
    const auto day = parse_date(text);
    if (!day) return wrong(path, "day such as 2021-04-26 expected");
    out = *day;
    return std::nullopt;
  } else {
    static_assert(NamedEnum<T>, "this type cannot travel; see the head of base/codec.h");
    std::string text;
    auto error = read_text(json, text, rule, path);
    if (error) return error;
    const auto value = enum_named<T>(text);
    if (!value) return wrong(path, "unknown word");
    out = *value;
    return std::nullopt;
  }
}

enum class Secrets { write, leave_out };

template <class T>
void write(JsonWriter& json, const T& value, Secrets secrets) {
  if constexpr (IsOptional<T>::value) {
    if (value) {
      write(json, *value, secrets);
    } else {
      json.null();
    }
  } else if constexpr (IsVector<T>::value) {
    json.begin_array();
    for (const auto& item : value) write(json, item, secrets);
    json.end_array();
  } else if constexpr (Described<T>) {
    json.begin_object();
    const auto write_field = [&](const auto& field) {
      using Member = std::remove_cvref_t<decltype(value.*field.member)>;
      if (field.rule.secret && secrets == Secrets::leave_out) return;
      if constexpr (IsOptional<Member>::value) {
        if (!(value.*field.member)) return;
      }
      json.key(field.name);
      write(json, value.*field.member, secrets);
    };
    std::apply([&](const auto&... field) { (write_field(field), ...); }, T::fields());
    json.end_object();
  } else if constexpr (IsId<T>::value) {
    json.text(value.value);
  } else if constexpr (std::is_same_v<T, std::string>) {
    json.text(value);
  } else if constexpr (std::is_same_v<T, bool>) {
    json.boolean(value);
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    json.integer(value);
  } else if constexpr (std::is_same_v<T, double>) {
    json.number(value);
  } else if constexpr (std::is_same_v<T, Instant>) {
    json.integer(value.time_since_epoch().count());
  } else if constexpr (std::is_same_v<T, Date>) {
    json.text(format_date(value));
  } else {
    static_assert(NamedEnum<T>, "this type cannot travel; see the head of base/codec.h");
    json.text(name_of(value));
  }
}

}  // namespace detail

/// Errors: `invalid_input`; the context names the place, such as "certificates[3].awarded:
/// missing".
template <class T>
[[nodiscard]] Result<T> decode(const JsonValue& json) {
  T value{};
  if (auto error = detail::read(json, value, FieldRule{}, "")) return tl::unexpected(*error);
  return value;
}

template <class T>
[[nodiscard]] Result<T> decode_json(std::string_view text, const JsonLimits& limits = {}) {
  const auto json = parse_json(text, limits);
  if (!json) return tl::unexpected(json.error());
  return decode<T>(*json);
}

template <class T>
[[nodiscard]] std::string encode_json(const T& value) {
  JsonWriter json;
  detail::write(json, value, detail::Secrets::write);
  return json.take();
}

/// For fingerprints and logs: fields whose rule says `secret` are left out.
template <class T>
[[nodiscard]] std::string encode_json_without_secrets(const T& value) {
  JsonWriter json;
  detail::write(json, value, detail::Secrets::leave_out);
  return json.take();
}

}  // namespace laurel::base

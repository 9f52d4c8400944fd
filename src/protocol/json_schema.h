// The JSON Schema (draft 2020-12, as OpenAPI 3.1 uses it) of a message, from the same `fields()`
// that encode and decode it (base/codec.h), so that the description cannot differ from the code.
//
//   base::JsonWriter json;
//   protocol::write_schema<SignInRequest>(json);
//   json.take() == R"({"type":"object","properties":{"email":{"type":"string",…
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>

#include "base/codec.h"

namespace laurel::protocol {

namespace detail {

template <class T>
struct Inner {
  using type = T;
};
template <class T>
struct Inner<std::optional<T>> {
  using type = T;
};
template <class T>
struct Inner<std::vector<T>> {
  using type = T;
};

inline void write_type(base::JsonWriter& json, std::string_view type) {
  json.key("type");
  json.text(type);
}

inline void write_text_rule(base::JsonWriter& json, const base::FieldRule& rule) {
  write_type(json, "string");
  // The rule counts bytes, JSON Schema characters: never fewer bytes than characters.
  json.key("maxLength");
  json.integer(static_cast<std::int64_t>(rule.max_bytes));
  if (rule.secret) {
    json.key("format");
    json.text("password");
  }
}

inline void write_number_rule(base::JsonWriter& json, const base::FieldRule& rule) {
  json.key("minimum");
  json.integer(rule.minimum);
  json.key("maximum");
  json.integer(rule.maximum);
}

template <class T>
void write_members(base::JsonWriter& json, const base::FieldRule& rule);

template <base::Described T>
void write_struct(base::JsonWriter& json) {
  write_type(json, "object");
  json.key("properties");
  json.begin_object();
  const auto write_property = [&json](const auto& field) {
    using Member = std::remove_cvref_t<decltype(std::declval<T>().*field.member)>;
    json.key(field.name);
    json.begin_object();
    write_members<Member>(json, field.rule);
    json.end_object();
  };
  std::apply([&](const auto&... field) { (write_property(field), ...); }, T::fields());
  json.end_object();

  json.key("required");
  json.begin_array();
  const auto write_required = [&json](const auto& field) {
    using Member = std::remove_cvref_t<decltype(std::declval<T>().*field.member)>;
    if (!base::IsOptional<Member>::value) json.text(field.name);
  };
  std::apply([&](const auto&... field) { (write_required(field), ...); }, T::fields());
  json.end_array();
}

template <class T>
void write_list(base::JsonWriter& json, const base::FieldRule& rule) {
  write_type(json, "array");
  if (rule.min_items > 0) {
    json.key("minItems");
    json.integer(static_cast<std::int64_t>(rule.min_items));
  }
  json.key("maxItems");
  json.integer(static_cast<std::int64_t>(rule.max_items));
  json.key("items");
  json.begin_object();
  base::FieldRule item_rule = rule;
  item_rule.description = {};
  write_members<typename Inner<T>::type>(json, item_rule);
  json.end_object();
}

template <base::NamedEnum T>
void write_words(base::JsonWriter& json) {
  write_type(json, "string");
  json.key("enum");
  json.begin_array();
  for (const std::string_view word : enum_names(T{})) json.text(word);
  json.end_array();
}

/// The members of the schema's object, without its braces.
template <class T>
void write_members(base::JsonWriter& json, const base::FieldRule& rule) {
  if constexpr (base::IsOptional<T>::value) {
    return write_members<typename Inner<T>::type>(json, rule);
  } else {
    if (!rule.description.empty()) {
      json.key("description");
      json.text(rule.description);
    }
    if constexpr (base::IsVector<T>::value) {
      write_list<T>(json, rule);
    } else if constexpr (base::Described<T>) {
      write_struct<T>(json);
    } else if constexpr (base::IsId<T>::value || std::is_same_v<T, std::string>) {
      write_text_rule(json, rule);
    } else if constexpr (std::is_same_v<T, bool>) {
      write_type(json, "boolean");
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
      write_type(json, "integer");
      write_number_rule(json, rule);
    } else if constexpr (std::is_same_v<T, double>) {
      write_type(json, "number");
    } else if constexpr (std::is_same_v<T, base::Instant>) {
      write_type(json, "integer");
      json.key("format");
      json.text("unix-milliseconds");
    } else if constexpr (std::is_same_v<T, base::Date>) {
      write_type(json, "string");
      json.key("format");
      json.text("date");
    } else {
      write_words<T>(json);
    }
  }
}

}  // namespace detail

/// Writes one JSON object: the schema of T.
template <class T>
void write_schema(base::JsonWriter& json) {
  json.begin_object();
  detail::write_members<T>(json, base::FieldRule{});
  json.end_object();
}

}  // namespace laurel::protocol

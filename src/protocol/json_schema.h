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
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/codec.h"

namespace laurel::protocol {

/// The schemas that a document names, each once: #/components/schemas/<name>.
class Schemas;
using SchemaWriter = void (*)(base::JsonWriter&, Schemas&);

class Schemas {
 public:
  /// Writes a reference to T's schema, and keeps that it is named.
  template <class T>
  void refer(base::JsonWriter& json);

  /// Writes the members of the components' object; those that name others on the way.
  void write(base::JsonWriter& json);

 private:
  std::vector<std::pair<std::string_view, SchemaWriter>> named_;  // in the order of first use
};

namespace detail {

/// "SignInRequest", of laurel::protocol::SignInRequest.
template <class T>
constexpr std::string_view type_name() {
  std::string_view name = __PRETTY_FUNCTION__;
  name = name.substr(name.find("T = ") + 4);
  name = name.substr(0, name.find_first_of(";]"));
  const std::size_t colons = name.rfind("::");
  return colons == std::string_view::npos ? name : name.substr(colons + 2);
}


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

/// With `schemas`, messages within are referred to; without, they stand there whole.
template <class T>
void write_members(base::JsonWriter& json, const base::FieldRule& rule, Schemas* schemas);

template <base::Described T>
void write_struct(base::JsonWriter& json, Schemas* schemas) {
  write_type(json, "object");
  json.key("properties");
  json.begin_object();
  const auto write_property = [&](const auto& field) {
    using Member = std::remove_cvref_t<decltype(std::declval<T>().*field.member)>;
    json.key(field.name);
    json.begin_object();
    write_members<Member>(json, field.rule, schemas);
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
void write_list(base::JsonWriter& json, const base::FieldRule& rule, Schemas* schemas) {
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
  write_members<typename Inner<T>::type>(json, item_rule, schemas);
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
void write_members(base::JsonWriter& json, const base::FieldRule& rule, Schemas* schemas) {
  if constexpr (base::IsOptional<T>::value) {
    return write_members<typename Inner<T>::type>(json, rule, schemas);
  } else {
    if (!rule.description.empty()) {
      json.key("description");
      json.text(rule.description);
    }
    if constexpr (base::IsVector<T>::value) {
      write_list<T>(json, rule, schemas);
    } else if constexpr (base::Described<T>) {
      if (schemas != nullptr) {
        schemas->template refer<T>(json);
      } else {
        write_struct<T>(json, nullptr);
      }
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
  detail::write_members<T>(json, base::FieldRule{}, nullptr);
  json.end_object();
}

/// Writes one JSON object: a reference to the schema of T.
template <class T>
void write_reference(base::JsonWriter& json, Schemas& schemas) {
  json.begin_object();
  schemas.refer<T>(json);
  json.end_object();
}

/// OpenAPI 3.1.0, "Considerations for File Uploads": bytes have no schema.
inline void write_binary(base::JsonWriter& json, Schemas& /*schemas*/) { json.raw("{}"); }

inline void write_any_object(base::JsonWriter& json, Schemas& /*schemas*/) {
  json.raw(R"({"type":"object"})");
}

template <class T>
void Schemas::refer(base::JsonWriter& json) {
  constexpr std::string_view name = detail::type_name<T>();
  json.key("$ref");
  json.text("#/components/schemas/" + std::string(name));
  for (const auto& [known, writer] : named_) {
    if (known == name) return;
  }
  named_.emplace_back(name, [](base::JsonWriter& out, Schemas& schemas) {
    out.begin_object();
    detail::write_struct<T>(out, &schemas);
    out.end_object();
  });
}

inline void Schemas::write(base::JsonWriter& json) {
  for (std::size_t i = 0; i < named_.size(); ++i) {  // it grows while they are written
    const auto [name, writer] = named_[i];
    json.key(name);
    writer(json, *this);
  }
}

}  // namespace laurel::protocol

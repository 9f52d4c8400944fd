// The description of the API (OpenAPI 3.1), written from the endpoints' table.
#include <algorithm>
#include <string>
#include <vector>

#include "protocol/json_schema.h"
#include "protocol/problem.h"
#include "service/endpoints.h"
#include "service/kernel/call.h"
#include "service/kernel/guard.h"
#include "service/kernel/idempotency.h"
#include "service/kernel/services.h"

namespace laurel::service {
namespace {

void member(base::JsonWriter& json, std::string_view key, std::string_view value) {
  json.key(key);
  json.text(value);
}

/// The names in braces, in their order.
std::vector<std::string> parameter_names(std::string_view path) {
  std::vector<std::string> names;
  for (std::size_t open = path.find('{'); open != std::string_view::npos;
       open = path.find('{', open + 1)) {
    names.emplace_back(path.substr(open + 1, path.find('}', open) - open - 1));
  }
  return names;
}

void write_content(base::JsonWriter& json, std::string_view media_type, SchemaWriter schema) {
  json.key("content");
  json.begin_object();
  json.key(media_type);
  json.begin_object();
  json.key("schema");
  schema(json);
  json.end_object();
  json.end_object();
}

void problem_reference(base::JsonWriter& json) {
  json.raw(R"({"$ref":"#/components/schemas/Problem"})");
}

void write_parameters(base::JsonWriter& json, const Endpoint& endpoint) {
  json.key("parameters");
  json.begin_array();
  for (const std::string& name : parameter_names(endpoint.route.path)) {
    json.begin_object();
    member(json, "name", name);
    member(json, "in", "path");
    json.key("required");
    json.boolean(true);
    json.key("schema");
    json.raw(R"({"type":"string"})");
    json.end_object();
  }
  if (endpoint.route.method != protocol::Method::get) {
    json.raw(R"({"$ref":"#/components/parameters/kernel::IdempotencyKey"})");
  }
  json.end_array();
}

void write_responses(base::JsonWriter& json, const Endpoint& endpoint) {
  json.key("responses");
  json.begin_object();
  json.key(std::to_string(endpoint.success_status));
  json.begin_object();
  member(json, "description", endpoint.response != nullptr ? "What was asked for" : "Done");
  if (endpoint.response != nullptr) {
    write_content(json, endpoint.response_type, endpoint.response);
  }
  json.end_object();
  json.key("default");
  json.begin_object();
  member(json, "description", "A problem (RFC 9457)");
  write_content(json, "application/problem+json", problem_reference);
  json.end_object();
  json.end_object();
}

void write_operation(base::JsonWriter& json, const Endpoint& endpoint) {
  std::string method(base::name_of(endpoint.route.method));
  for (char& c : method) c = static_cast<char>(c - 'A' + 'a');
  json.key(method);
  json.begin_object();
  member(json, "summary", endpoint.route.summary);
  write_parameters(json, endpoint);
  if (endpoint.request != nullptr) {
    json.key("requestBody");
    json.begin_object();
    json.key("required");
    json.boolean(true);
    const bool form = endpoint.accepts == kernel::Accepts::form_of_anybody;
    write_content(json, form ? "application/x-www-form-urlencoded" : "application/json",
                  endpoint.request);
    json.end_object();
  }
  write_responses(json, endpoint);
  if (endpoint.needs == Needs::session) {
    json.key("security");
    json.raw(R"([{"session":[]}])");
  }
  json.end_object();
}

void write_paths(base::JsonWriter& json) {
  std::vector<std::string_view> paths;
  for (const Endpoint& endpoint : endpoints()) {
    const bool listed = std::find(paths.begin(), paths.end(), endpoint.route.path) != paths.end();
    if (!listed) paths.push_back(endpoint.route.path);
  }
  json.key("paths");
  json.begin_object();
  for (const std::string_view path : paths) {
    json.key(path);
    json.begin_object();
    for (const Endpoint& endpoint : endpoints()) {
      if (endpoint.route.path == path) write_operation(json, endpoint);
    }
    json.end_object();
  }
  json.end_object();
}

void write_components(base::JsonWriter& json) {
  json.key("components");
  json.begin_object();
  json.key("schemas");
  json.begin_object();
  json.key("Problem");
  protocol::write_schema<protocol::Problem>(json);
  json.end_object();
  json.key("parameters");
  json.raw(R"({"kernel::IdempotencyKey":{"name":"Idempotency-Key","in":"header","required":false,)"
           R"("description":"The same request with the same key takes effect once.",)"
           R"("schema":{"type":"string","maxLength":255}}})");
  json.key("securitySchemes");
  json.raw(R"({"session":{"type":"apiKey","in":"cookie","name":"__Host-laurel-{association}"}})");
  json.end_object();
}

}  // namespace

protocol::Response read_openapi(const kernel::Call&, kernel::Services&) {
  base::JsonWriter json;
  json.begin_object();
  member(json, "openapi", "3.1.0");
  json.key("info");
  json.raw(R"({"title":"Laurel","version":"1","license":{"name":"MIT"}})");
  write_paths(json);
  write_components(json);
  json.end_object();
  protocol::Response response;
  response.body = json.take();
  return response;
}

}  // namespace laurel::service

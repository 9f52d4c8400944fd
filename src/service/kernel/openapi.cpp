// The description of the API (OpenAPI 3.1), written from the table of endpoints: what each states
// (protocol/endpoint.h), and what follows for every request of its kind.
#include <array>
#include <map>
#include <string>
#include <vector>

#include "protocol/health.h"
#include "protocol/json_schema.h"
#include "protocol/problem.h"
#include "service/kernel/api.h"
#include "service/kernel/handlers.h"

namespace laurel::service::kernel {
namespace {

using protocol::Audience;
using protocol::Method;
using protocol::ProblemCode;
using protocol::Repetition;

constexpr std::string_view description =
    "What the pages of a member desk ask of its server, and what its staff's own programs may. A "
    "member is known by the cookie that signing in sets. Whatever goes wrong is answered with a "
    "problem (RFC 9457), whose code says what to do about it.";

constexpr std::string_view changing_description =
    " The answer sets the session's cookie anew: the token from before is worth nothing any more.";

struct Tag {
  std::string_view name;
  std::string_view description;
};

constexpr std::array tags = {
    Tag{"account", "How a member signs in: their password, their e-mail address"},
    Tag{"catalogue", "What everybody may read"},
    Tag{"certificates", "A member's certificates, and proofs of them for others"},
    Tag{"dashboard", "A member's first screen"},
    Tag{"members", "Members find each other"},
    Tag{"newsletter", "The association's newsletter, with double opt-in"},
    Tag{"profile", "What a member says of themselves"},
    Tag{"registration", "Becoming a member in three steps"},
    Tag{"service", "The server itself"},
    Tag{"sessions", "Signing in and out"},
};

void member(base::JsonWriter& json, std::string_view key, std::string_view value) {
  json.key(key);
  json.text(value);
}

void parameter_reference(base::JsonWriter& json, std::string_view name) {
  json.begin_object();
  member(json, "$ref", "#/components/parameters/" + std::string(name));
  json.end_object();
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

bool may_change(const Endpoint& endpoint) { return endpoint.route.method != Method::get; }

bool asks_for_origin(const Endpoint& endpoint) {
  return may_change(endpoint) && endpoint.accepts == Accepts::json_of_our_pages;
}

bool knows_keys(const Endpoint& endpoint) {
  return may_change(endpoint) && endpoint.repetition == Repetition::once;
}

/// What may go wrong, by the endpoint's own account and by its kind.
bool may_answer(const Endpoint& endpoint, ProblemCode code) {
  switch (code) {
    case ProblemCode::malformed:  // HTTP that a server cannot read
    case ProblemCode::unavailable: return true;
    case ProblemCode::not_signed_in:
      if (endpoint.audience != Audience::visitor) return true;
      break;
    case ProblemCode::forbidden:
      if (may_change(endpoint)) return true;
      break;
    case ProblemCode::not_found:
      if (!parameter_names(endpoint.route.path).empty()) return true;
      break;
    case ProblemCode::conflict:
    case ProblemCode::key_reused:
      if (knows_keys(endpoint)) return true;
      break;
    default: break;
  }
  return endpoint.problems.has(code);
}

void write_content(base::JsonWriter& json, const Body& body, protocol::Schemas& schemas) {
  json.key("content");
  json.begin_object();
  json.key(body.media_type);
  json.begin_object();
  json.key("schema");
  body.write(json, schemas);
  json.end_object();
  json.end_object();
}

void write_parameters(base::JsonWriter& json, const Endpoint& endpoint) {
  json.key("parameters");
  json.begin_array();
  for (const std::string& name : parameter_names(endpoint.route.path)) {
    parameter_reference(json, name);
  }
  if (asks_for_origin(endpoint)) parameter_reference(json, "Origin");
  if (knows_keys(endpoint)) parameter_reference(json, "IdempotencyKey");
  json.end_array();
}

void write_problem_response(base::JsonWriter& json, std::string_view status,
                            std::string_view description_of, protocol::Schemas& schemas) {
  json.key(status);
  json.begin_object();
  member(json, "description", description_of);
  write_content(json, {"application/problem+json", protocol::write_reference<protocol::Problem>},
                schemas);
  json.end_object();
}

void write_success(base::JsonWriter& json, const Endpoint& endpoint, protocol::Schemas& schemas) {
  const bool has_body = !endpoint.response.media_type.empty();
  json.key(std::to_string(endpoint.success_status));
  json.begin_object();
  member(json, "description", has_body ? "What was asked for" : "Done");
  if (endpoint.sets_cookies) {
    json.key("headers");
    json.raw(R"({"Set-Cookie":{"$ref":"#/components/headers/SetCookie"}})");
  }
  if (has_body) write_content(json, endpoint.response, schemas);
  json.end_object();
}

void write_responses(base::JsonWriter& json, const Endpoint& endpoint, protocol::Schemas& schemas) {
  json.key("responses");
  json.begin_object();
  write_success(json, endpoint, schemas);
  std::map<int, std::string> problems;  // what each status may mean
  for (std::size_t i = 0; i < enum_names(ProblemCode{}).size(); ++i) {
    const auto code = static_cast<ProblemCode>(i);
    if (!may_answer(endpoint, code)) continue;
    std::string& text = problems[status_of(code)];
    if (!text.empty()) text += "; ";
    text += std::string(base::name_of(code)) + ": " + std::string(title_of(code));
  }
  for (const auto& [status, text] : problems) {
    write_problem_response(json, std::to_string(status), text, schemas);
  }
  write_problem_response(json, "default", "A problem (RFC 9457)", schemas);
  json.end_object();
}

void write_security(base::JsonWriter& json, const Endpoint& endpoint) {
  json.key("security");
  json.raw(endpoint.audience == Audience::visitor ? "[]" : R"([{"session":[]}])");
}

void write_operation(base::JsonWriter& json, const Endpoint& endpoint, protocol::Schemas& schemas) {
  std::string method(base::name_of(endpoint.route.method));
  for (char& c : method) c = static_cast<char>(c - 'A' + 'a');
  json.key(method);
  json.begin_object();
  member(json, "operationId", endpoint.route.operation_id);
  json.key("tags");
  json.begin_array();
  json.text(endpoint.route.tag);
  json.end_array();
  member(json, "summary", endpoint.route.summary);
  std::string text = std::string(endpoint.route.summary) + ".";
  if (endpoint.audience == Audience::proving_member) text += changing_description;
  member(json, "description", text);
  write_parameters(json, endpoint);
  if (!endpoint.request.media_type.empty()) {
    json.key("requestBody");
    json.begin_object();
    json.key("required");
    json.boolean(true);
    write_content(json, endpoint.request, schemas);
    json.end_object();
  }
  write_responses(json, endpoint, schemas);
  write_security(json, endpoint);
  json.end_object();
}

void write_paths(base::JsonWriter& json, const Endpoints& endpoints, protocol::Schemas& schemas) {
  std::vector<std::string_view> paths;
  std::map<std::string_view, std::vector<const Endpoint*>> by_path;
  for (const Endpoint& endpoint : endpoints) {
    auto& of_path = by_path[endpoint.route.path];
    if (of_path.empty()) paths.push_back(endpoint.route.path);
    of_path.push_back(&endpoint);
  }
  json.key("paths");
  json.begin_object();
  for (const std::string_view path : paths) {
    json.key(path);
    json.begin_object();
    for (const Endpoint* endpoint : by_path[path]) write_operation(json, *endpoint, schemas);
    json.end_object();
  }
  json.end_object();
}

void write_path_parameters(base::JsonWriter& json, const Endpoints& endpoints) {
  std::map<std::string, bool> names;
  for (const Endpoint& endpoint : endpoints) {
    for (const std::string& name : parameter_names(endpoint.route.path)) names[name] = true;
  }
  for (const auto& [name, used] : names) {
    json.key(name);
    json.begin_object();
    member(json, "name", name);
    member(json, "in", "path");
    json.key("required");
    json.boolean(used);
    json.key("schema");
    json.raw(R"({"type":"string"})");
    json.end_object();
  }
}

void write_components(base::JsonWriter& json, const Endpoints& endpoints,
                      protocol::Schemas& schemas) {
  json.key("components");
  json.begin_object();
  json.key("schemas");
  json.begin_object();
  schemas.write(json);
  json.end_object();
  json.key("parameters");
  json.begin_object();
  write_path_parameters(json, endpoints);
  json.key("Origin");
  json.raw(
      R"({"name":"Origin","in":"header","required":false,)"
      R"("description":"One of the desk's own. A program may leave it out where it sends no )"
      R"(cookie; browsers send it by themselves.","schema":{"type":"string","format":"uri"}})");
  json.key("IdempotencyKey");
  json.raw(R"({"name":"Idempotency-Key","in":"header","required":false,)"
           R"("description":"The same request with the same key takes effect once.",)"
           R"("schema":{"type":"string","maxLength":255}})");
  json.end_object();
  json.key("headers");
  json.raw(
      R"({"SetCookie":{"description":"The session's or the browser's token: a new one, or its )"
      R"(removal. Secure, HttpOnly, SameSite=Lax.","schema":{"type":"string"}}})");
  json.key("securitySchemes");
  json.raw(R"({"session":{"type":"apiKey","in":"cookie","name":"__Host-laurel-{association}",)"
           R"("description":"Set by signing in, one for each association."}})");
  json.end_object();
}

void write_tags(base::JsonWriter& json) {
  json.key("tags");
  json.begin_array();
  for (const Tag& tag : tags) {
    json.begin_object();
    member(json, "name", tag.name);
    member(json, "description", tag.description);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

OrProblem<protocol::Document> read_openapi(const VisitorCall& call, Services& /*services*/) {
  const Endpoints& endpoints = call.api.endpoints();
  base::JsonWriter json;
  json.begin_object();
  member(json, "openapi", "3.1.0");
  json.key("info");
  json.begin_object();
  member(json, "title", "Laurel");
  member(json, "version", "1");
  member(json, "description", description);
  json.key("contact");
  json.raw(R"({"name":"The association's office"})");
  json.key("license");
  json.raw(R"({"name":"MIT","identifier":"MIT"})");
  json.end_object();
  json.key("servers");
  json.raw(R"([{"url":"/","description":"The server that this came from"}])");
  write_tags(json);
  protocol::Schemas schemas;
  write_paths(json, endpoints, schemas);
  write_components(json, endpoints, schemas);
  json.end_object();
  return protocol::Document{json.take()};
}

}  // namespace laurel::service::kernel

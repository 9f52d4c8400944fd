#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "base/json_reader.h"
#include "base/utf8.h"
#include "tests/support/backend.h"

namespace laurel {
namespace {

using Keys = std::initializer_list<std::string_view>;

const base::JsonValue& child(const base::JsonValue& json, std::string_view key) {
  const base::JsonValue* value = json.find(key);
  REQUIRE_MESSAGE(value != nullptr, std::string(key));
  return *value;
}

std::string text(const base::JsonValue& json) { return std::get<std::string>(json.data); }

/// What stands there, or what is referred to there: "#/components/schemas/Problem".
const base::JsonValue& followed(const base::JsonValue& document, const base::JsonValue& json) {
  const base::JsonValue* reference = json.find("$ref");
  if (reference == nullptr) return json;
  const base::JsonValue* value = &document;
  std::string_view rest = std::get<std::string>(reference->data);
  REQUIRE(rest.substr(0, 2) == "#/");
  for (rest.remove_prefix(2); !rest.empty();) {
    value = &child(*value, rest.substr(0, rest.find('/')));
    rest.remove_prefix(std::min(rest.find('/'), rest.size() - 1) + 1);
  }
  return *value;
}

/// A document, and what stands in it under keys, references followed.
struct Description {
  base::JsonValue document;

  const base::JsonValue& at(const base::JsonValue& json, Keys keys) const {
    const base::JsonValue* value = &json;
    for (const std::string_view key : keys) value = &followed(document, child(*value, key));
    return *value;
  }
  const base::JsonValue& at(Keys keys) const { return at(document, keys); }
};

Description description() {
  tests::Backend backend;
  tests::Browser browser(backend);
  const auto response = browser.get("/api/v1/openapi.json");
  REQUIRE(response.status == 200);
  auto document = base::parse_json(response.body, {.max_bytes = 1024 * 1024, .max_depth = 32});
  REQUIRE(document);
  return {std::move(*document)};
}

TEST_CASE("the OpenAPI document lists every endpoint with its messages") {
  const Description api = description();
  CHECK(text(api.at({"openapi"})) == "3.1.0");
  for (const service::kernel::Endpoint& endpoint : tests::api().endpoints()) {
    const std::string method = base::ascii_lower(base::name_of(endpoint.route.method));
    const auto& operation = api.at({"paths", endpoint.route.path, method});
    CHECK(text(api.at(operation, {"summary"})) == endpoint.route.summary);
    api.at(operation, {"responses", std::to_string(endpoint.success_status)});
    api.at(operation, {"responses", "default", "content", "application/problem+json", "schema"});
  }
  const auto& sign_in = api.at({"paths", "/api/v1/{association}/session", "post", "requestBody",
                                "content", "application/json", "schema"});
  CHECK(text(api.at(sign_in, {"properties", "password", "format"})) == "password");
  CHECK(std::get<base::JsonArray>(api.at(sign_in, {"required"}).data).size() == 3);
  api.at({"components", "schemas", "Problem", "properties", "code", "enum"});
}

TEST_CASE("the OpenAPI document says who may ask, and what may go wrong") {
  const Description api = description();
  const auto& save = api.at({"paths", "/api/v1/{association}/profile", "put"});
  CHECK(text(api.at(save, {"operationId"})) == "saveProfile");
  CHECK(std::get<base::JsonArray>(api.at(save, {"security"}).data).size() == 1);
  for (const char* status : {"400", "401", "403", "404", "409", "412", "422", "503"}) {
    api.at(save, {"responses", status, "content", "application/problem+json", "schema"});
  }
  CHECK(api.at(save, {"responses"}).find("410") == nullptr);
  std::vector<std::string> names;
  for (const auto& parameter : std::get<base::JsonArray>(api.at(save, {"parameters"}).data)) {
    names.push_back(text(api.at(followed(api.document, parameter), {"name"})));
  }
  CHECK(names == std::vector<std::string>{"association", "Origin", "Idempotency-Key"});
  const auto& change = api.at({"paths", "/api/v1/{association}/password", "post", "responses"});
  api.at(change, {"200", "headers", "Set-Cookie", "schema"});
  const auto& offers = api.at({"paths", "/api/v1/{association}/events", "get"});
  CHECK(std::get<base::JsonArray>(api.at(offers, {"security"}).data).empty());
}

TEST_CASE("every operation of the OpenAPI document has a name of its own") {
  std::set<std::string_view> names;
  for (const service::kernel::Endpoint& endpoint : tests::api().endpoints()) {
    CAPTURE(std::string(endpoint.route.path));
    CHECK_FALSE(endpoint.route.operation_id.empty());
    CHECK(names.insert(endpoint.route.operation_id).second);
  }
}

TEST_CASE("health answers while the store does") {
  tests::Backend backend;
  tests::Browser browser(backend);
  CHECK(browser.get("/api/v1/health").body == R"({"status":"ok"})");
  backend.store.reads_fail = true;
  CHECK(browser.get("/api/v1/health").status == 503);
}

}  // namespace
}  // namespace laurel

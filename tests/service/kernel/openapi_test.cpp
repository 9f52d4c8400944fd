#include <doctest/doctest.h>

#include "base/json_reader.h"
#include "base/utf8.h"
#include "service/endpoints.h"
#include "tests/support/backend.h"

namespace laurel {
namespace {

const base::JsonValue& at(const base::JsonValue& json,
                          std::initializer_list<std::string_view> keys) {
  const base::JsonValue* value = &json;
  for (const std::string_view key : keys) {
    value = value->find(key);
    REQUIRE_MESSAGE(value != nullptr, std::string(key));
  }
  return *value;
}

std::string text(const base::JsonValue& json) { return std::get<std::string>(json.data); }

TEST_CASE("the OpenAPI document lists every endpoint with its messages") {
  tests::Backend backend;
  tests::Browser browser(backend);
  const auto response = browser.get("/api/v1/openapi.json");
  REQUIRE(response.status == 200);
  const auto document =
      base::parse_json(response.body, {.max_bytes = 1024 * 1024, .max_depth = 32});
  REQUIRE(document);
  CHECK(text(at(*document, {"openapi"})) == "3.1.0");
  for (const service::Endpoint& endpoint : service::endpoints()) {
    const std::string method = base::ascii_lower(base::name_of(endpoint.route.method));
    const auto& operation = at(*document, {"paths", endpoint.route.path, method});
    CHECK(text(at(operation, {"summary"})) == endpoint.route.summary);
    at(operation, {"responses", std::to_string(endpoint.success_status)});
    at(operation, {"responses", "default", "content", "application/problem+json", "schema"});
  }
  const auto& sign_in =
      at(*document, {"paths", "/api/v1/{association}/session", "post", "requestBody", "content",
                     "application/json", "schema"});
  CHECK(text(at(sign_in, {"properties", "password", "format"})) == "password");
  CHECK(std::get<base::JsonArray>(at(sign_in, {"required"}).data).size() == 3);
  at(*document, {"components", "schemas", "Problem", "properties", "code", "enum"});
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

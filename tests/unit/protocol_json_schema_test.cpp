#include "protocol/json_schema.h"

#include <doctest/doctest.h>

#include "protocol/dashboard.h"

namespace laurel::protocol {
namespace {

struct Example {
  std::optional<std::string> note;
  std::vector<std::int64_t> numbers;
  base::Instant at;

  static constexpr auto fields() {
    return std::tuple{
        base::field("note", &Example::note, {.max_bytes = 5, .description = "A \"word\""}),
        base::field("numbers", &Example::numbers,
                    {.min_items = 1, .max_items = 2, .minimum = 1, .maximum = 9}),
        base::field("at", &Example::at)};
  }
};

TEST_CASE("the schema says what decoding checks") {
  base::JsonWriter json;
  write_schema<Example>(json);
  CHECK(json.take() ==
        R"({"type":"object","properties":{)"
        R"("note":{"description":"A \"word\"","type":"string","maxLength":5},)"
        R"("numbers":{"type":"array","minItems":1,"maxItems":2,)"
        R"("items":{"type":"integer","minimum":1,"maximum":9}},)"
        R"("at":{"type":"integer","format":"unix-milliseconds"}},)"
        R"("required":["numbers","at"]})");
}

TEST_CASE("nested messages and enums") {
  base::JsonWriter json;
  write_schema<DashboardResponse>(json);
  const auto schema = base::parse_json(json.take());
  REQUIRE(schema);
  const auto* items = schema->find("properties")->find("certificates")->find("items");
  REQUIRE(items);
  const auto* words = items->find("properties")->find("state")->find("enum");
  REQUIRE(words);
  CHECK(std::get<base::JsonArray>(words->data).size() == 4);
}

}  // namespace
}  // namespace laurel::protocol

#include "base/codec.h"

#include <doctest/doctest.h>

namespace laurel::base {
namespace {

enum class Colour { red, green };
constexpr std::array<std::string_view, 2> enum_names(Colour) { return {"red", "green"}; }

struct ThingTag;

struct Part {
  std::string name;
  static constexpr auto fields() {
    return std::tuple{field("name", &Part::name, {.max_bytes = 4})};
  }
};

struct Thing {
  Id<ThingTag> id;
  bool flag = false;
  std::int64_t count = 0;
  double weight = 0;
  Date day;
  Instant at;
  Colour colour = Colour::red;
  std::optional<std::string> note;
  std::vector<Part> parts;
  std::string secret;

  static constexpr auto fields() {
    return std::tuple{field("id", &Thing::id),
                      field("flag", &Thing::flag),
                      field("count", &Thing::count, {.minimum = 0, .maximum = 255}),
                      field("weight", &Thing::weight),
                      field("day", &Thing::day),
                      field("at", &Thing::at),
                      field("colour", &Thing::colour),
                      field("note", &Thing::note),
                      field("parts", &Thing::parts, {.min_items = 1, .max_items = 2}),
                      field("secret", &Thing::secret, {.secret = true})};
  }
};

const std::string json =
    R"({"id":"x","flag":true,"count":3,"weight":1.5,"day":"2024-02-29","at":1700000000123,)"
    R"("colour":"green","parts":[{"name":"a"},{"name":"b"}],"secret":"hush"})";

std::string with(const std::string& from, const std::string& to) {
  std::string changed = json;
  const std::size_t at = changed.find(from);
  REQUIRE(at != std::string::npos);
  return changed.replace(at, from.size(), to);
}

std::string error_of(const std::string& text) {
  const auto thing = decode_json<Thing>(text);
  REQUIRE_FALSE(thing);
  CHECK(thing.error().code == ErrorCode::invalid_input);
  return thing.error().context;
}

TEST_CASE("a struct comes back as it was written") {
  const auto thing = decode_json<Thing>(json);
  REQUIRE(thing);
  CHECK(thing->colour == Colour::green);
  CHECK(thing->parts.size() == 2);
  CHECK_FALSE(thing->note);
  CHECK(format_date(thing->day) == "2024-02-29");
  CHECK(encode_json(*thing) == json);
}

TEST_CASE("promise 17: unknown members are ignored, a null optional stays empty, 2 is a double") {
  CHECK(decode_json<Thing>(with("\"flag\"", "\"unknown\":[{}],\"note\":null,\"flag\"")));
  CHECK(decode_json<Thing>(with("1.5", "2"))->weight == 2.0);
  CHECK(decode_json<Thing>(with("\"flag\"", "\"note\":\"n\",\"flag\""))->note == "n");
}

TEST_CASE("promise 19: every mistake is named by its place, never by its value") {
  CHECK(error_of("[]") == "document: object expected");
  CHECK(error_of(with("\"flag\":true,", "")) == "flag: missing");
  CHECK(error_of(with("true", "1")) == "flag: true or false expected");
  CHECK(error_of(with("\"count\":3", "\"count\":256")) == "count: number out of range");
  CHECK(error_of(with("\"count\":3", "\"count\":-1")) == "count: number out of range");
  CHECK(error_of(with("\"count\":3", "\"count\":3.0")) == "count: whole number expected");
  CHECK(error_of(with("\"count\":3", "\"count\":\"3\"")) == "count: whole number expected");
  CHECK(error_of(with("2024-02-29", "2023-02-29")) == "day: day such as 2021-04-26 expected");
  CHECK(error_of(with("1700000000123", "9007199254740992")) == "at: number out of range");
  CHECK(error_of(with("green", "blue")) == "colour: unknown word");
  CHECK(error_of(with("{\"name\":\"b\"}", "{\"name\":\"too-long-secret\"}")) ==
        "parts[1].name: too long");
  CHECK(error_of(with("{\"name\":\"b\"}", "{\"name\":\"b\"},{\"name\":\"c\"}")) ==
        "parts: too many items");
  CHECK(error_of(with(R"({"name":"a"},{"name":"b"})", "")) == "parts: too few items");
  CHECK(error_of(with("{\"name\":\"b\"}", "null")) == "parts[1]: object expected");
}

TEST_CASE("secrets are left out where that is asked for") {
  const auto thing = decode_json<Thing>(json);
  CHECK(encode_json_without_secrets(*thing).find("hush") == std::string::npos);
  CHECK(encode_json_without_secrets(*thing).find("green") != std::string::npos);
}

}  // namespace
}  // namespace laurel::base

// Inputs that JSON parsers disagree about (RFC 8259; N. Seriot, "Parsing JSON is a Minefield").
#include "base/json_reader.h"

#include <string>

#include <doctest/doctest.h>

namespace laurel::base {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST_CASE("values") {
  CHECK(std::holds_alternative<std::nullptr_t>(parse_json("null")->data));
  CHECK(std::get<bool>(parse_json(" true ")->data));
  CHECK(std::get<std::int64_t>(parse_json("-12")->data) == -12);
  CHECK(std::get<std::int64_t>(parse_json("-0")->data) == 0);
  CHECK(std::get<std::int64_t>(parse_json("9223372036854775807")->data) == INT64_MAX);
  CHECK(std::get<std::int64_t>(parse_json("-9223372036854775808")->data) == INT64_MIN);
  CHECK(std::get<double>(parse_json("1.5e3")->data) == 1500.0);
  CHECK(std::get<double>(parse_json("1E-2")->data) == 0.01);
  CHECK(std::get<std::string>(parse_json(R"("a\u00e9\n\"\/")")->data) == "aé\n\"/");
  CHECK(std::get<std::string>(parse_json(R"("\ud83c\udf93")")->data) == "🎓");
  CHECK(std::get<std::string>(parse_json(R"("\u0000")")->data) == std::string(1, '\0'));
  const auto object = parse_json(R"({"b":[1,{}],"a":""})");
  REQUIRE(object);
  CHECK(std::get<JsonArray>(object->find("b")->data).size() == 2);
  CHECK(object->find("c") == nullptr);
  CHECK(std::get<JsonObject>(object->data)[0].first == "b");
}

TEST_CASE("promise 19: what is not well-formed is refused") {
  for (const char* text :
       {"", " ", "nul", "NULL", "True", "+1", "01", "-01", "-", ".5", "1.", "1e", "1e+", "0x10",
        "NaN", "Infinity", "-Infinity", "1 2", "[1,]", "[,1]", "[1 2]", "[", "]", "[1", "{", "}",
        "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{'a':1}", "{1:1}", "{\"a\" 1}",
        "\"", "\"\\\"", "\"\\x41\"", "\"\\u12\"", "\"\\u123g\"", "\"\t\"", "\"\n\"", "'a'",
        "// c\n1", "/* c */ 1", "1 // c", "[1]x", "\"a\"\"b\"", "[1]]", "{}{}", "\x01",
        "\xEF\xBB", "[\"\\\"]"}) {
    CAPTURE(std::string(text));
    const auto value = parse_json(text);
    REQUIRE_FALSE(value);
    CHECK(value.error().code == ErrorCode::invalid_input);
  }
  CHECK_FALSE(parse_json(std::string_view("[1]\0", 4)));
  CHECK_FALSE(parse_json(std::string_view("\"a\0b\"", 5)));
}

TEST_CASE("promise 19: bad UTF-8 and lone surrogates are refused") {
  for (const char* text : {"\"\xff\"", "\"\xc0\xaf\"", "\"\xe2\x82\"", "\"\xed\xa0\x80\"",
                           "\"\xf4\x90\x80\x80\"", "\"\x80\"", "[\"\xc3\x28\"]", R"("\ud800")",
                           R"("\udc00")", R"("\ud800\ud800")", R"("\ud800x")",
                           "{\"\xff\":1}"}) {
    CHECK_FALSE(parse_json(text));
  }
}

TEST_CASE("promise 19: duplicate keys are refused, at every level") {
  CHECK_FALSE(parse_json(R"({"a":1,"a":1})"));
  CHECK_FALSE(parse_json(R"({"a":1,"\u0061":2})"));
  CHECK_FALSE(parse_json(R"([{"x":{"a":1,"b":2,"a":3}}])"));
  CHECK(parse_json(R"([{"a":1},{"a":2}])"));
  CHECK(parse_json(R"({"a":{"a":{"a":1}}})"));
}

TEST_CASE("promise 19: numbers that no int64 or double holds are refused") {
  for (const char* text : {"9223372036854775808", "18446744073709551615", "1e400", "-1e400"}) {
    CHECK_FALSE(parse_json(text));
  }
  CHECK(std::get<double>(parse_json("1e-400")->data) == 0.0);
}

TEST_CASE("promise 19: depth is limited before the memory is spent") {
  CHECK(parse_json(repeated("[", 16) + repeated("]", 16)));
  CHECK_FALSE(parse_json(repeated("[", 17) + repeated("]", 17)));
  CHECK_FALSE(parse_json(repeated("{\"a\":", 17) + "1" + repeated("}", 17)));
  CHECK_FALSE(parse_json(repeated("[", 60'000)));
}

TEST_CASE("promise 19: size and count are limited") {
  CHECK_FALSE(parse_json("\"" + std::string(64 * 1024, 'a') + "\""));
  CHECK(parse_json("\"" + std::string(64 * 1024 - 2, 'a') + "\""));
  CHECK_FALSE(parse_json("[" + repeated("0,", 20'000) + "0]"));
  CHECK(parse_json("[1,2,3]", {.max_values = 4}));
  CHECK_FALSE(parse_json("[1,2,3]", {.max_values = 3}));
}

TEST_CASE("promise 19: an object of many keys is refused before comparing them takes long") {
  std::string object = "{";
  for (int i = 0; i < 6000; ++i) object += "\"" + std::to_string(i) + "\":0,";
  object.back() = '}';
  const auto value = parse_json(object);
  REQUIRE_FALSE(value);
  CHECK(value.error().context == "JSON: too many members");
  CHECK(parse_json(object, {.max_members = 6000}));
}

TEST_CASE("promise 19: the error names the place and never the text") {
  const auto value = parse_json("{\"secret\": oops}");
  REQUIRE_FALSE(value);
  CHECK(value.error().context == "JSON: not well-formed at byte 12");
}

}  // namespace
}  // namespace laurel::base

#include "base/json_writer.h"

#include <limits>

#include <doctest/doctest.h>

#include "base/json_reader.h"

namespace laurel::base {
namespace {

std::string written(std::string_view text) {
  JsonWriter json;
  json.text(text);
  return json.take();
}

TEST_CASE("commas, keys and nesting") {
  JsonWriter json;
  json.begin_object();
  json.key("a");
  json.begin_array();
  json.integer(1);
  json.boolean(false);
  json.null();
  json.begin_object();
  json.end_object();
  json.end_array();
  json.key("b");
  json.raw("[2]");
  json.key("c");
  json.number(0.5);
  json.end_object();
  CHECK(json.take() == R"({"a":[1,false,null,{}],"b":[2],"c":0.5})");
}

TEST_CASE("text is always well-formed") {
  CHECK(written("a\"b\\c\nd\te\x7f") == R"("a\"b\\c\nd\u0009e\u007f")");
  CHECK(written(std::string_view("\0", 1)) == R"("\u0000")");
  CHECK(written("\xff") == "\"\xEF\xBF\xBD\"");
  CHECK(written("山🎓") == "\"山🎓\"");
}

TEST_CASE("numbers that JSON lacks become null") {
  JsonWriter json;
  json.begin_array();
  json.number(std::numeric_limits<double>::infinity());
  json.number(std::numeric_limits<double>::quiet_NaN());
  json.integer(std::numeric_limits<std::int64_t>::min());
  json.end_array();
  CHECK(json.take() == "[null,null,-9223372036854775808]");
}

TEST_CASE("what is read comes out the same") {
  const std::string text = R"({"a":[1,-2.5,"x\ny",true,null],"b":{"c":{}},"":""})";
  JsonWriter json;
  json.value(*parse_json(text));
  CHECK(json.take() == text);
}

}  // namespace
}  // namespace laurel::base

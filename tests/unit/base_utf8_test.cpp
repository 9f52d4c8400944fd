#include "base/utf8.h"

#include <doctest/doctest.h>

namespace laurel::base {
namespace {

TEST_CASE("valid UTF-8 of every length") {
  for (const char* text : {"", "a", "é", "山", "🎓", "\x7f", "\xC2\x80", "\xDF\xBF",
                           "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    CHECK(is_valid_utf8(text));
    CHECK(to_valid_utf8(text) == text);
  }
  CHECK(count_code_points("aé山🎓") == 4);
}

TEST_CASE("overlong forms, surrogates, cut and stray bytes are no UTF-8") {
  for (const char* text : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80",
                           "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xFF",
                           "\xC3", "\xE5\xB1", "\xF0\x9F\x8E", "\xC3(", "a\xE5\xB1z"}) {
    CHECK_FALSE(is_valid_utf8(text));
    CHECK(is_valid_utf8(to_valid_utf8(text)));
  }
  CHECK(to_valid_utf8("a\xFFz") == "a\xEF\xBF\xBDz");
  CHECK(count_code_points("\xFF\xFF") == 2);
}

TEST_CASE("white space at the ends") {
  CHECK(trim(" \t\r\n a b \xC2\xA0\xE3\x80\x80") == "a b");
  CHECK(trim("   ").empty());
  CHECK(trim("").empty());
  CHECK(trim("a b") == "a b");
  CHECK(trim("a ") == "a");
  CHECK(trim(" a") == "a");
  CHECK(trim("é") == "é");
  CHECK(trim("\xE3\x80").size() == 2);
}

TEST_CASE("only A to Z are lowered") {
  CHECK(ascii_lower("AZaz09É@") == "azaz09É@");
}

}  // namespace
}  // namespace laurel::base

#include "base/blanks.h"

#include <doctest/doctest.h>

namespace laurel::base {
namespace {

TEST_CASE("blanks are filled by name, as often as they stand there") {
  CHECK(filled("Welcome, {name}", {{"name", "Ana"}}) == "Welcome, Ana");
  CHECK(filled("{a}{b}{a}", {{"a", "1"}, {"b", "2"}}) == "121");
  CHECK(filled("", {{"a", "1"}}).empty());
  CHECK(filled("{a}", {}) == "{a}");
}

TEST_CASE("what is filled in has no blanks, and stray braces are text") {
  CHECK(filled("{a} {b}", {{"a", "{b}"}, {"b", "2"}}) == "{b} 2");
  CHECK(filled("{{a}} {x {a", {{"a", "1"}}) == "{1} {x {a");
  CHECK(filled("} {", {}) == "} {");
}

}  // namespace
}  // namespace laurel::base

#include "base/html.h"

#include <doctest/doctest.h>

using namespace laurel::base;

TEST_CASE("text in HTML ends neither its element nor its attribute") {
  CHECK(escaped_html("R&D <2026>") == "R&amp;D &lt;2026&gt;");
  CHECK(escaped_html("\"Ana's\"") == "&quot;Ana&#39;s&quot;");
  CHECK(escaped_html("Žiga · 花子") == "Žiga · 花子");
  CHECK(escaped_html("").empty());
}

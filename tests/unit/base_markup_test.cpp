#include "base/markup.h"

#include <doctest/doctest.h>

namespace laurel::base {
namespace {

TEST_CASE("text in markup is text, whatever stands in it") {
  CHECK(Markup("<b onload=\"x('&')\">").text() ==
        "&lt;b onload=&quot;x(&#39;&amp;&#39;)&quot;&gt;");
  CHECK(Markup("山田 花子 ®").text() == "山田 花子 ®");
  // XML 1.0, 2.2: a document with one of them is not well-formed, however it is written.
  CHECK(Markup(std::string_view("a\0b\x1b\x08" "c\td\n", 9)).text() == "abc\td\n");
}

TEST_CASE("elements stand around markup, and attributes are escaped") {
  const Markup name = Markup("O'Brien & Sons");
  CHECK(element("p", {{"title", "\"<&"}}, Markup("By ") + name).text() ==
        "<p title=\"&quot;&lt;&amp;\">By O&#39;Brien &amp; Sons</p>");
  CHECK(element("ul", element("li", Markup("1")) + element("li", Markup("2"))).text() ==
        "<ul><li>1</li><li>2</li></ul>");
  CHECK(void_element("img", {{"alt", ""}, {"src", address_of("/a.png")}}).text() ==
        "<img alt=\"\" src=\"/a.png\"/>");
  CHECK(html_document("de", element("title", Markup("A & B")), element("body", Markup("C")))
            .text() == "<!doctype html>\n<html lang=\"de\"><head><meta charset=\"utf-8\"/>"
                       "<title>A &amp; B</title></head><body>C</body></html>\n");
}

TEST_CASE("an address leads to a page or a mail, or nowhere") {
  for (const char* good : {"https://a.example/?x=1&y=2", "HTTP://a.example", "mailto:a@b.example",
                           "/badges/1", "#main"}) {
    CHECK(address_of(good) == good);
  }
  for (const char* bad : {"javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:x",
                          "data:text/html,x", "//evil.example", "/\\evil.example", "vbscript:x",
                          "a.example", "", "java\nscript:x"}) {
    CHECK(address_of(bad) == "about:invalid");
  }
}

}  // namespace
}  // namespace laurel::base

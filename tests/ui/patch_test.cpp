// The differences between two frames.

#include <doctest/doctest.h>

#include <string>

#include "tests/ui/driver.h"
#include "ui/patch.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

ui::Element paragraph(std::string key, std::string words) {
  ui::Element element;
  element.key = std::move(key);
  element.tag = "p";
  element.lines = {{std::move(words), false}};
  return element;
}

}  // namespace

TEST_CASE("nothing changed is an empty patch") {
  const std::vector<ui::Element> elements = {paragraph("a", "one")};
  CHECK(ui::make_patch(elements, elements).empty());
}

TEST_CASE("a new element comes with everything, and its parent's order") {
  CHECK(ui::make_patch({}, {paragraph("a", "one")}) ==
        R"({"removed":[],"elements":[{"k":"a","tag":"p","attributes":{},"lines":[["one",0]]}],)"
        R"("children":{"":["a"]}})");
}

TEST_CASE("of an element that changed only the change is sent") {
  CHECK(ui::make_patch({paragraph("a", "one"), paragraph("b", "two")},
                       {paragraph("a", "one"), paragraph("b", "three")}) ==
        R"({"removed":[],"elements":[{"k":"b","lines":[["three",0]]}],"children":{}})");
}

TEST_CASE("an element that is gone is removed, and the order told") {
  CHECK(ui::make_patch({paragraph("a", "one"), paragraph("b", "two")}, {paragraph("b", "two")}) ==
        R"({"removed":["a"],"elements":[],"children":{"":["b"]}})");
}

TEST_CASE("an element with another tag is made anew") {
  ui::Element heading = paragraph("a", "one");
  heading.tag = "h1";
  const std::string patch = ui::make_patch({paragraph("a", "one")}, {heading});
  CHECK(patch.find(R"("removed":["a"])") != std::string::npos);
  CHECK(patch.find(R"("tag":"h1")") != std::string::npos);
  CHECK(patch.find(R"("children":{"":["a"]})") != std::string::npos);
}

TEST_CASE("what lies within an element that is made anew is made anew as well") {
  const auto within = [](std::string key, std::string parent) {
    ui::Element element = paragraph(std::move(key), "words");
    element.parent = std::move(parent);
    return element;
  };
  ui::Element table = paragraph("a", "");
  table.tag = "table";
  ui::Element list = paragraph("a", "");
  list.tag = "ul";
  const std::string patch = ui::make_patch({table, within("a/b", "a"), within("a/b/c", "a/b")},
                                           {list, within("a/b", "a"), within("a/b/c", "a/b")});
  CHECK(patch.find(R"("removed":["a","a/b","a/b/c"])") != std::string::npos);
  CHECK(patch.find(R"({"k":"a/b/c","tag":"p")") != std::string::npos);
  CHECK(patch.find(R"("a/b":["a/b/c"])") != std::string::npos);
}

TEST_CASE("a second frame of the same screen needs no patch") {
  Driver desk;
  desk.open("#/login");
  const auto before = ui::elements_of(desk.frame().tree);
  desk.settle();
  CHECK(ui::make_patch(before, ui::elements_of(desk.frame().tree)).empty());
}

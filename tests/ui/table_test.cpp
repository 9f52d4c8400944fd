// Long tables: of their rows only those in view are drawn, and the others' room stays.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/codec.h"
#include "protocol/catalogue.h"
#include "tests/ui/driver.h"
#include "ui/elements.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

constexpr float wide = 1280;
constexpr float narrow = 390;

/// Every seventh name takes several lines, up to what a reply has room for.
std::string name_of(std::size_t i) {
  std::string name = "Association " + std::to_string(i);
  if (i % 7 == 3 && i < 1000) {
    for (int k = 0; k < 8; ++k) name += " of many words";
  }
  return name;
}

/// Shows the table of that many member associations.
void open_table(Driver& desk, std::size_t count, float page_width = wide) {
  protocol::MemberAssociationsResponse content;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    content.member_associations.push_back({"A" + number, name_of(i), "SE", "https://a.example/"});
  }
  desk.surroundings().page_width = page_width;
  desk.open("#/");
  desk.answer_with(base::encode_json(content));
  desk.go_to("#/member-associations");
}

std::vector<const ui::Node*> rows(const Driver& desk) {
  std::vector<const ui::Node*> found;
  for (const ui::Node& node : desk.nodes()) {
    if (node.key.starts_with("member_association/") &&
        (node.role == ui::Role::row || node.role == ui::Role::listitem)) {
      found.push_back(&node);
    }
  }
  return found;
}

/// The value of an element's attribute; empty where it has none.
std::string attribute(const Driver& desk, std::string_view key, std::string_view name) {
  for (const ui::Element& element : ui::elements_of(desk.frame().tree)) {
    if (element.key != key) continue;
    for (const auto& [attribute, value] : element.attributes) {
      if (attribute == name) return value;
    }
  }
  return {};
}

void draw_everything(Driver& desk) {
  desk.surroundings().mirror_is_page = true;
  desk.settle();
}

}  // namespace

TEST_CASE("of a table of 10,000 rows those in view are drawn, and each says which it is") {
  Driver desk;
  open_table(desk, 10'000);
  REQUIRE(rows(desk).size() > 5);
  CHECK(rows(desk).size() < 40);
  CHECK(desk.shows("Association 0"));
  // The row of titles counts (WAI-ARIA 1.2, aria-rowcount and aria-rowindex).
  CHECK(attribute(desk, "member_associations", "aria-rowcount") == "10001");
  CHECK(attribute(desk, "member_associations/head", "aria-rowindex") == "1");
  CHECK(attribute(desk, "member_association/A0", "aria-rowindex") == "2");

  desk.scroll_to(desk.frame().content_height / 2);
  REQUIRE_FALSE(rows(desk).empty());
  CHECK(rows(desk).size() < 40);
  CHECK_FALSE(desk.shows("Association 0"));
  const ui::Node& first = *rows(desk).front();
  const std::string number = first.key.substr(first.key.find("/A") + 2);
  CHECK(first.position == std::stoi(number) + 2);

  desk.scroll_to(desk.frame().content_height - desk.surroundings().view_height);
  CHECK(desk.shows("Association 9999"));
}

TEST_CASE("in a narrow window it is a list, whose items say which they are") {
  Driver desk;
  open_table(desk, 500, narrow);
  REQUIRE_FALSE(rows(desk).empty());
  CHECK(rows(desk).size() < 20);
  CHECK(attribute(desk, "member_association/A0", "aria-posinset") == "1");
  CHECK(attribute(desk, "member_association/A0", "aria-setsize") == "500");
}

TEST_CASE("a row stands where it would stand if every row were drawn") {
  for (const float page_width : {wide, narrow}) {
    CAPTURE(page_width);
    Driver desk;
    open_table(desk, 300, page_width);
    // Who reads on meets every row.
    for (float y = 0; y < desk.frame().content_height; y += desk.surroundings().view_height / 2) {
      desk.scroll_to(y);
    }
    desk.scroll_to(6000);
    const ui::Node before = *rows(desk).front();
    const ui::Node* name_before = desk.frame().tree.find(before.key + "/0");
    if (name_before == nullptr) name_before = desk.frame().tree.find(before.key + "/0/value");
    REQUIRE(name_before != nullptr);
    const std::string key = name_before->key;
    const ui::Rect rect = name_before->rect;
    const float height = desk.frame().content_height;

    draw_everything(desk);
    CHECK(rows(desk).size() == 300);
    CHECK(desk.frame().content_height == height);
    CHECK(desk.frame().tree.find(key)->rect == rect);
  }
}

TEST_CASE("where the mirror is the page every row is there, and no number is needed") {
  Driver desk;
  open_table(desk, 300);
  draw_everything(desk);
  CHECK(rows(desk).size() == 300);
  CHECK(attribute(desk, "member_associations", "aria-rowcount").empty());
  CHECK(attribute(desk, "member_association/A0", "aria-rowindex").empty());
}

TEST_CASE("up to a hundred rows are there whole, for the browser's search") {
  Driver desk;
  open_table(desk, 100);
  CHECK(rows(desk).size() == 100);
  CHECK(attribute(desk, "member_associations", "aria-rowcount").empty());
}

TEST_CASE("another width makes other heights") {
  Driver desk;
  open_table(desk, 300, narrow);
  desk.scroll_to(4000);
  desk.surroundings().page_width = wide;
  desk.scroll_to(0);
  for (float y = 0; y < desk.frame().content_height; y += desk.surroundings().view_height / 2) {
    desk.scroll_to(y);
  }
  const float height = desk.frame().content_height;
  draw_everything(desk);
  CHECK(desk.frame().content_height == height);
}

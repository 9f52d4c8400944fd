// Pages whose lines start at the right: the same as those whose lines start at the left, turned round.

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/writing_direction.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "tests/ui/driver.h"
#include "tests/ui/members/editing.h"
#include "tests/ui/screens.h"
#include "ui/headless_font.h"
#include "ui/imgui_items.h"
#include "ui/runs.h"
#include "ui/ui.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

constexpr float tolerance_px = 0.5;

std::vector<ui::Node> nodes_of(const Screen& screen, std::string_view language, float width) {
  Driver desk("ipma", language);
  reach(desk, screen, width);
  return desk.nodes();
}

bool is_turned(const ui::Rect& rect, const ui::Rect& original, float width) {
  return std::abs(rect.x - (width - original.x - original.width)) <= tolerance_px &&
         std::abs(rect.y - original.y) <= tolerance_px &&
         std::abs(rect.width - original.width) <= tolerance_px &&
         std::abs(rect.height - original.height) <= tolerance_px;
}

ui::Point middle_of(const ui::Rect& rect) {
  return {rect.x + rect.width / 2, rect.y + rect.height / 2};
}

/// The pointer over the middle of what the target is drawn in.
void point_at(Driver& desk, const Target& target, bool down) {
  REQUIRE(desk.find(target) != nullptr);
  desk.pointer() = {true, middle_of(desk.find(target)->rect), down};
  desk.settle();
}

const ui::Node& crop_in(const Driver& desk) {
  const auto crop = std::find_if(desk.nodes().begin(), desk.nodes().end(), [](const auto& node) {
    return node.key == "photo/crop";
  });
  REQUIRE(crop != desk.nodes().end());
  return *crop;
}

/// From the left edge of what is seen of the picture to that of the picture.
float beyond_left(const Driver& desk) {
  return crop_in(desk).picture.clip->x - crop_in(desk).rect.x;
}

void choose_photo(Driver& desk) {
  desk.open("#/login");
  desk.sign_in("mara.lind@example.org", desk.backend().sample.password);
  desk.go_to("#/profile");
  desk.surroundings().view_height = desk.frame().content_height;  // so that all of it is drawn
  desk.choose(file(choose_label), picture_file());
}

const ImFontLoader* headless_loader = nullptr;

/// The headless font's letters, as boxes that are seen.
bool load_box(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void* data,
              ImWchar codepoint, ImFontGlyph* glyph, float* advance) {
  if (!headless_loader->FontBakedLoadGlyph(atlas, config, baked, data, codepoint, glyph, advance)) {
    return false;
  }
  if (advance != nullptr) return true;
  glyph->Visible = true;
  glyph->X1 = glyph->AdvanceX;
  glyph->Y1 = baked->Size;
  return true;
}

struct Extent {
  float left;
  float right;
};

/// Where the letters of the line are drawn that starts 100 px from the start edge of 1280 px.
Extent extent_of(std::string_view line, base::Direction direction) {
  ImGui::CreateContext();
  ui::configure_imgui();
  ui::Runs runs;
  const ui::Fonts fonts = ui::add_headless_fonts(*ImGui::GetIO().Fonts, runs);
  ImFontConfig& source = *fonts.regular->Sources[0];
  headless_loader = source.FontLoader;
  ImFontLoader boxes = *headless_loader;
  boxes.FontBakedLoadGlyph = load_box;
  source.FontLoader = &boxes;

  ui::Surroundings surroundings;
  surroundings.direction = direction;
  ui::Measured measured;
  const ui::Palette palette{};
  ImGui::GetIO().DisplaySize = {surroundings.page_width, surroundings.view_height};
  ImGui::NewFrame();
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  ui::Ui ui(surroundings, palette, fonts, list, {0, surroundings.page_width, surroundings.view_height},
            measured);
  ui.text_line(line, ui::TextStyle::body, {100, 40}, palette.text);
  Extent extent{surroundings.page_width, 0};
  for (const ImDrawVert& vertex : list.VtxBuffer) {
    extent.left = std::min(extent.left, vertex.pos.x);
    extent.right = std::max(extent.right, vertex.pos.x);
  }
  ImGui::EndFrame();
  ImGui::DestroyContext();
  return extent;
}

}  // namespace

TEST_CASE("every screen from right to left is the mirror of the one from left to right") {
  for (const float width : {phone, desktop}) {
    for (const Screen& screen : screens_at(width)) {
      CAPTURE(screen.name);
      CAPTURE(width);
      const std::vector<ui::Node> original = nodes_of(screen, "en", width);
      const std::vector<ui::Node> turned = nodes_of(screen, "ar", width);
      REQUIRE(turned.size() == original.size());
      for (std::size_t i = 0; i < turned.size(); ++i) {
        CAPTURE(original[i].key);
        CHECK(turned[i].key == original[i].key);
        CHECK(turned[i].lines == original[i].lines);
        REQUIRE(turned[i].has_rect == original[i].has_rect);
        if (turned[i].has_rect) CHECK(is_turned(turned[i].rect, original[i].rect, width));
      }
    }
  }
}

TEST_CASE("every screen from right to left: ImGui has its items where the tree has them") {
  for (const float width : {phone, desktop}) {
    for (const Screen& screen : screens_at(width)) {
      CAPTURE(screen.name);
      CAPTURE(width);
      Driver desk("ipma", "ar");
      reach(desk, screen, width);
      const ui::ItemRecording recording;
      desk.settle();
      for (const ui::Node& node : desk.nodes()) {
        if (node.item == 0) continue;
        CAPTURE(node.key);
        const auto item = std::find_if(recording.items().begin(), recording.items().end(),
                                       [&](const auto& one) { return one.id == node.item; });
        REQUIRE(item != recording.items().end());
        CHECK(item->top_left.x == doctest::Approx(node.rect.x));
        CHECK(item->bottom_right.x == doctest::Approx(node.rect.x + node.rect.width));
      }
    }
  }
}

TEST_CASE("from right to left: the pointer reaches what lies under it") {
  Driver desk("ipma", "he");
  desk.open("#/login");
  for (const Target& target : {button("Log in"), field("E-mail address"), button("Show password"),
                               box("Remember me"), link("Click here to register")}) {
    CAPTURE(target.name);
    point_at(desk, target, true);
    CHECK(ImGui::GetCurrentContext()->HoveredId == desk.find(target)->item);
    point_at(desk, target, false);
  }
  // Where the button is in English there is none.
  const ui::Rect rect = desk.find(button("Search"))->rect;
  desk.pointer() = {true, middle_of({desk.surroundings().page_width - rect.x - rect.width, rect.y,
                                     rect.width, rect.height}), false};
  desk.settle();
  CHECK(ImGui::GetCurrentContext()->HoveredId != desk.find(button("Search"))->item);
}

TEST_CASE("the letters of a line reach from its start to where it is measured to end") {
  constexpr float letter = 16 * 0.54F;
  for (const char* line : {"Certificates", "a", "\u05e9\u05dc\u05d5\u05dd"}) {
    CAPTURE(line);
    const float width = letter * static_cast<float>(line[0] < 0 ? 4 : std::string(line).size());
    const Extent normal = extent_of(line, base::Direction::left_to_right);
    CHECK(std::abs(normal.left - 100) <= tolerance_px);
    CHECK(std::abs(normal.right - (100 + width)) <= tolerance_px);
    const Extent turned = extent_of(line, base::Direction::right_to_left);
    CHECK(std::abs(turned.right - 1180) <= tolerance_px);
    CHECK(std::abs(turned.left - (1180 - width)) <= tolerance_px);
  }
}

TEST_CASE("a picture is not turned round: the photo is what is seen of it, and follows the pointer") {
  for (const char* language : {"en", "ar"}) {
    CAPTURE(language);
    Driver desk("ipma", language);
    choose_photo(desk);
    const float scale = crop_in(desk).rect.width / 1200;
    CHECK(beyond_left(desk) == doctest::Approx(200 * scale));
    const ui::Point middle = middle_of(*crop_in(desk).picture.clip);
    desk.pointer() = {true, middle, true};
    desk.settle();
    desk.pointer().at.x += 20;  // drags the picture to the right
    desk.settle();
    desk.settle();
    CHECK(beyond_left(desk) == doctest::Approx(200 * scale - 20).epsilon(0.02));
    // The slider's knob goes the way of the square: from where lines start.
    const ui::Node* across = desk.find(slider("Left or right"));
    REQUIRE(across != nullptr);
    CHECK((std::atoi(across->field.value.c_str()) < 500) == (std::string(language) == "en"));
    desk.type(slider("Left or right"), "0");
    const float rest = 400 * scale;
    CHECK(beyond_left(desk) == doctest::Approx(std::string(language) == "en" ? 0 : rest));
  }
}

TEST_CASE("what has no letter from right to left says so to the page without a canvas") {
  const auto classes_of_title = [](std::string_view language) -> std::string {
    Driver desk("ipma", language);
    desk.open("#/login");
    for (const ui::Element& element : ui::elements_of(desk.frame().tree)) {
      if (element.key != "page/title") continue;
      for (const auto& [name, value] : element.attributes) {
        if (name == "class") return value;
      }
    }
    return {};
  };
  CHECK(classes_of_title("en") == "t-display");
  CHECK(classes_of_title("ar") == "t-display ltr");
}

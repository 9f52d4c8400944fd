// Breaking words into lines, with the headless font: a narrow character is 0.54 of the size wide, a
// wide one as wide as the size.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "imgui.h"
#include "ui/frame.h"
#include "ui/headless_font.h"
#include "ui/text.h"

using namespace laurel;

namespace {

/// Breaks within a frame, as ImGui asks for.
std::vector<std::string> lines_of(std::string_view text, float width) {
  ImGui::CreateContext();
  ui::configure_imgui();
  const ui::Fonts fonts = ui::add_headless_fonts(*ImGui::GetIO().Fonts);
  ImGui::GetIO().DisplaySize = {100, 100};
  ImGui::NewFrame();
  std::vector<std::string> lines;
  for (const ui::TextLine& line : ui::Words(fonts, 1).broken(text, ui::TextStyle::body, width)) {
    lines.push_back(line.text + (line.space_after ? "_" : ""));
  }
  ImGui::EndFrame();
  ImGui::DestroyContext();
  return lines;
}

using Lines = std::vector<std::string>;
constexpr float letter = 16 * 0.54F;

}  // namespace

TEST_CASE("words are broken at spaces") {
  CHECK(lines_of("one two three", 8.5F * letter) == Lines{"one two_", "three"});
  CHECK(lines_of("one two three", 100 * letter) == Lines{"one two three"});
}

TEST_CASE("a word that is wider than the line is broken anywhere") {
  CHECK(lines_of("extraordinary", 5.5F * letter) == Lines{"extra", "ordin", "ary"});
  CHECK(lines_of("an extraordinary", 5.5F * letter) == Lines{"an_", "extra", "ordin", "ary"});
}

TEST_CASE("CJK is broken between characters, but not before closing punctuation") {
  CHECK(lines_of("山田花子", 33) == Lines{"山田", "花子"});
  CHECK(lines_of("山田花。子", 50) == Lines{"山田", "花。子"});
}

TEST_CASE("line feeds break, and empty text is one empty line") {
  CHECK(lines_of("a\nb", 100) == Lines{"a", "b"});
  CHECK(lines_of("", 100) == Lines{""});
}

TEST_CASE("however narrow the line, breaking ends") {
  CHECK(lines_of("ab", 1) == Lines{"a", "b"});
}

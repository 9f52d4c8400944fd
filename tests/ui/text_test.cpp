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
  ui::Runs runs;
  const ui::Fonts fonts = ui::add_headless_fonts(*ImGui::GetIO().Fonts, runs);
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

TEST_CASE("a letter is never parted from its marks, a joined emoji never from its members") {
  CHECK(lines_of("e\u0301e\u0301", 1) == Lines{"e\u0301", "e\u0301"});
  const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
  CHECK(lines_of(family + family, 1) == Lines{family, family});
}

TEST_CASE("plain words are drawn letter by letter, the others whole") {
  const auto pieces = [](std::string_view line) {
    std::vector<std::string> out;
    for (const ui::Piece& piece : ui::pieces_of(line)) {
      out.push_back((piece.shaped ? "*" : "") + std::string(piece.text));
    }
    return out;
  };
  CHECK(pieces("Zürich, 山田") == Lines{"Zürich, ", "山田"});
  CHECK(pieces("I say नमस्ते to you") == Lines{"I ", "say ", "*नमस्ते", " ", "to ", "you"});
  CHECK(pieces("Ana \U0001F1F8\U0001F1EE") == Lines{"Ana ", "*\U0001F1F8\U0001F1EE"});
  // What is written from right to left takes its whole line along: order is the browser's.
  CHECK(pieces("Dr. דוד, 2nd") == Lines{"*Dr. דוד, 2nd"});
}

TEST_CASE("a run keeps its code point, and one with emoji has one for each ink") {
  ui::Runs runs;
  const char32_t code = runs.code_of({"नमस्ते"});
  CHECK(runs.code_of({"สวัสดี"}) != code);
  CHECK(runs.code_of({"नमस्ते"}) == code);
  REQUIRE(runs.find(code) != nullptr);
  CHECK(runs.find(code)->text == "नमस्ते");
  CHECK(runs.find(U'a') == nullptr);
  CHECK(runs.code_of({"a\u200D", 0xFF0000}) != runs.code_of({"a\u200D", 0x00FF00}));
}

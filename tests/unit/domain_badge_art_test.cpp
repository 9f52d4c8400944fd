#include "domain/badge_art.h"

#include <doctest/doctest.h>

namespace laurel::domain {
namespace {

using Lines = std::vector<std::string>;

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
  return found;
}

TEST_CASE("a headline stands on lines of about the same length, broken between words") {
  CHECK(headline_lines("") == Lines{});
  CHECK(headline_lines("Speaker") == Lines{"Speaker"});
  CHECK(headline_lines("  Certified   Senior Project Manager ") ==
        Lines{"Certified Senior", "Project Manager"});
  CHECK(headline_lines("Certified Senior Programme and Portfolio Manager of the Year").size() == 3);
  CHECK(headline_lines("日本プロジェクトマネジメント協会") == Lines{"日本プロジェクトマネジメント協会"});
}

TEST_CASE("a headline that is too long ends in an ellipsis, between characters") {
  std::string endless = "Überblick";
  for (int i = 0; i < 40; ++i) endless += " Öffentlichkeit";
  const Lines lines = headline_lines(endless);
  REQUIRE(lines.size() == 3);
  CHECK(lines.back().ends_with("…"));
  const Lines one_word = headline_lines(std::string(500, 'W'));
  CHECK(one_word.size() <= 3);
  CHECK(one_word.back().ends_with("…"));
}

TEST_CASE("a badge says what it is, and text in it stays text") {
  const BadgeArt art{.kind = BadgeKind::event,
                     .association = "A&B",
                     .emblem = {},
                     .headline = "<Week> \"2026\"",
                     .year = "2026",
                     .colours = {"#0b2f52", "#f2b705", "#1b1f24"}};
  const std::string svg = badge_svg(art, "Week <2026>", "For who attended & listened.");
  CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 600\""));
  CHECK(svg.find("<title id=\"badge-title\">Week &lt;2026&gt;</title>") != svg.npos);
  CHECK(svg.find("<desc id=\"badge-description\">For who attended &amp; listened.</desc>") !=
        svg.npos);
  CHECK(svg.find(">A&amp;B</text>") != svg.npos);
  CHECK(svg.find("<Week>") == svg.npos);
  CHECK(count(svg, "<g") == count(svg, "</g>"));
  CHECK(count(svg, "<svg") == count(svg, "</svg>"));
}

TEST_CASE("each kind of badge has an outline and a picture of its own") {
  std::vector<std::string> drawn;
  for (const BadgeKind kind : {BadgeKind::course_or_programme, BadgeKind::certificate,
                               BadgeKind::event, BadgeKind::award}) {
    drawn.push_back(badge_svg({.kind = kind, .association = "IPMA", .emblem = {}, .headline = "A",
                               .year = {}, .colours = {"#0b2f52", "#f2b705", "#1b1f24"}},
                              "A", "B"));
    for (std::size_t i = 0; i + 1 < drawn.size(); ++i) CHECK(drawn[i] != drawn.back());
  }
}

}  // namespace
}  // namespace laurel::domain

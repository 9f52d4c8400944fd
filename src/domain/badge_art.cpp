#include "domain/badge_art.h"

#include <algorithm>
#include <cmath>

#include "base/markup.h"
#include "base/utf8.h"

namespace laurel::domain {
namespace {

using base::element;
using base::Markup;
using base::MarkupAttributes;
using base::void_element;

constexpr double pi = 3.14159265358979323846;
constexpr std::string_view font = "'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

// ---- outlines: paths around the middle of the square, `reach` away from it ----

std::string number(double value) {
  // One digit behind the point is a tenth of a pixel at 600 px.
  const long tenths = std::lround(value * 10);
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(std::abs(tenths % 10));
  if (tenths < 0 && tenths > -10) text.insert(0, "-");
  return text;
}

std::string point(double angle, double distance, double middle_y = 300) {
  return number(300 + distance * std::sin(angle)) + " " +
         number(middle_y - distance * std::cos(angle));
}

std::string hexagon(double reach) {
  std::string path;
  for (int corner = 0; corner < 6; ++corner) {
    path += (corner == 0 ? "M" : "L") + point(corner * pi / 3, reach);
  }
  return path + "Z";
}

std::string shield(double reach) {
  const double side = reach * 0.86;
  const auto at = [](double x, double y) { return number(300 + x) + " " + number(300 + y); };
  return "M" + at(-side, -reach * 0.82) + "Q" + at(0, -reach * 1.06) + " " +
         at(side, -reach * 0.82) + "L" + at(side, reach * 0.24) + "Q" + at(side, reach * 0.76) +
         " " + at(0, reach) + "Q" + at(-side, reach * 0.76) + " " + at(-side, reach * 0.24) + "Z";
}

/// A disc whose edge swings `bumps` times.
std::string scalloped(double reach, int bumps, double depth) {
  std::string path = "M" + point(0, reach - depth);
  for (int bump = 0; bump < bumps; ++bump) {
    const double step = 2 * pi / bumps;
    path += "Q" + point((bump + 0.5) * step, reach + depth) + " " +
            point((bump + 1) * step, reach - depth);
  }
  return path + "Z";
}

std::string outline(BadgeKind kind, double reach) {
  switch (kind) {
    case BadgeKind::certificate:
      return hexagon(reach);
    case BadgeKind::course_or_programme:
      return shield(reach);
    case BadgeKind::event:
      return scalloped(reach * 0.95, 20, reach * 0.04);
    case BadgeKind::award:
      return scalloped(reach * 0.93, 16, reach * 0.045);
  }
  return {};
}

// ---- pictures of the kinds, in a square of 100 around (0, 0) ----

std::string_view picture(BadgeKind kind) {
  switch (kind) {
    case BadgeKind::certificate:  // a tick
      return "M-38 4L-12 30L40 -30L28 -40L-13 8L-27 -7Z";
    case BadgeKind::course_or_programme:  // an open book
      return "M-4 -28Q-24 -42 -50 -36L-50 28Q-24 22 -4 36ZM4 -28Q24 -42 50 -36L50 28Q24 22 4 36Z";
    case BadgeKind::event:  // two people who talk
      return "M-42 -20A16 16 0 0 1 -10 -20A16 16 0 0 1 -42 -20Z"
             "M10 -20A16 16 0 0 1 42 -20A16 16 0 0 1 10 -20Z"
             "M-52 38Q-52 4 -26 4Q-2 4 -2 38ZM2 38Q2 4 26 4Q52 4 52 38Z";
    case BadgeKind::award:  // a star
      return "M0 -48L13 -16L47 -14L21 8L29 41L0 23L-29 41L-21 8L-47 -14L-13 -16Z";
  }
  return {};
}

// ---- words ----

/// How wide the text is at a size of 1, by the letters of a bold sans serif; wide scripts count whole.
double width_of(std::string_view text) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::code_point_at(text, at);
    const char32_t c = point.value;
    at += point.bytes;
    if (c >= 0x2E80) {
      width += 1.0;
    } else if (c == 'i' || c == 'l' || c == 'j' || c == 'I' || c == '.' || c == ',' || c == ' ') {
      width += 0.34;
    } else if (c == 'm' || c == 'w' || c == 'M' || c == 'W') {
      width += 0.98;
    } else {
      width += c >= 'A' && c <= 'Z' ? 0.75 : 0.65;
    }
  }
  return width;
}

/// The size at which the text is at most `room` wide.
double fitting(std::string_view text, double room, double largest) {
  const double width = width_of(text);
  return width > 0 ? std::min(largest, room / width) : largest;
}

Markup words(std::string_view text, double x, double baseline, double size,
             const std::string& colour, double spacing = 0) {
  return element("text",
                 {{"x", number(x)},
                  {"y", number(baseline)},
                  {"font-size", number(size)},
                  {"font-family", std::string(font)},
                  {"font-weight", "700"},
                  {"letter-spacing", number(spacing)},
                  {"text-anchor", "middle"},
                  {"fill", colour}},
                 Markup(text));
}

Markup path(std::string d, const std::string& fill, const std::string& stroke = "none",
            double width = 0) {
  return void_element("path", {{"d", std::move(d)},
                               {"fill", fill},
                               {"stroke", stroke},
                               {"stroke-width", number(width)},
                               {"stroke-linejoin", "round"}});
}

Markup emblem(const BadgeArt& art, double middle_y) {
  if (!art.emblem.empty()) {
    const double size = fitting(art.emblem, 210, 190);
    return words(art.emblem, 300, middle_y + size * 0.36, size, "#ffffff");
  }
  return element("g", {{"transform", "translate(300 " + number(middle_y) + ") scale(1.5)"}},
                 path(std::string(picture(art.kind)), "#ffffff"));
}

// The ribbon lies over the lower third and ends behind the badge.
constexpr double ribbon_top = 356;

double line_height_of(std::size_t lines) { return lines > 2 ? 33 : 38; }

double ribbon_bottom(std::size_t lines) {
  return ribbon_top + 30 + line_height_of(lines) * static_cast<double>(lines);
}

Markup ribbon(const BadgeArt& art, const std::vector<std::string>& lines) {
  if (lines.empty()) return {};
  const double line_height = line_height_of(lines.size());
  const double bottom = ribbon_bottom(lines.size());
  const double height = bottom - ribbon_top;
  const std::string top = number(ribbon_top);
  Markup drawn =
      // The folded ends, darker than the band.
      path("M30 " + number(ribbon_top + 22) + "H110V" + number(bottom + 22) + "H30L58 " +
               number(ribbon_top + 22 + height / 2) + "Z",
           art.colours.accent) +
      path("M570 " + number(ribbon_top + 22) + "H490V" + number(bottom + 22) + "H570L542 " +
               number(ribbon_top + 22 + height / 2) + "Z",
           art.colours.accent) +
      element("g", {{"opacity", "0.28"}},
              path("M30 " + number(ribbon_top + 22) + "H110V" + number(bottom + 22) + "H30L58 " +
                       number(ribbon_top + 22 + height / 2) + "ZM570 " +
                       number(ribbon_top + 22) + "H490V" + number(bottom + 22) + "H570L542 " +
                       number(ribbon_top + 22 + height / 2) + "Z",
                   "#000000")) +
      path("M78 " + number(bottom) + "L110 " + number(bottom + 22) + "V" + number(bottom) +
               "ZM522 " + number(bottom) + "L490 " + number(bottom + 22) + "V" + number(bottom) +
               "Z",
           "#1b1f24") +
      path("M78 " + top + "H522V" + number(bottom) + "H78Z", art.colours.accent);
  double size = line_height - 4;
  for (const std::string& line : lines) size = std::min(size, fitting(line, 412, size));
  double baseline = ribbon_top + 15 + line_height * 0.5 + size * 0.36;
  for (const std::string& line : lines) {
    drawn += words(line, 300, baseline, size, art.colours.accent_ink);
    baseline += line_height;
  }
  return drawn;
}

// ---- the headline's lines ----

std::vector<std::string> words_of_headline(std::string_view headline) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < headline.size();) {
    const std::size_t end = std::min(headline.find(' ', at), headline.size());
    if (end > at) found.emplace_back(headline.substr(at, end - at));
    at = end + 1;
  }
  return found;
}

/// As many words on each line as `width` has room for; a longer word has a line of its own.
std::vector<std::string> wrapped(const std::vector<std::string>& all, double width) {
  std::vector<std::string> lines;
  for (const std::string& word : all) {
    if (!lines.empty() && width_of(lines.back() + " " + word) <= width) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

/// At most so many lines, none wider than it has to be, so that all are about as long; none where one would
/// be wider than `widest`.
std::vector<std::string> balanced(const std::vector<std::string>& all, std::size_t lines,
                                  double widest) {
  double longest_word = 0;
  for (const std::string& word : all) longest_word = std::max(longest_word, width_of(word));
  for (double width = longest_word; width <= widest; width += 0.5) {
    auto broken = wrapped(all, width);
    if (broken.size() <= lines) return broken;
  }
  return {};
}

/// As much of the text as `width` has room for.
std::string shortened(const std::string& text, double width) {
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t next = end + base::code_point_at(text, end).bytes;
    if (width_of(std::string_view(text).substr(0, next)) > width - 1) break;
    end = next;
  }
  return std::string(base::trim(std::string_view(text).substr(0, end)));
}

}  // namespace

std::vector<std::string> headline_lines(std::string_view headline) {
  constexpr double comfortable = 13.5;  // at a size of 1: some 22 letters
  constexpr double widest = 19;       // what is still read when it is drawn that small
  constexpr std::size_t most = 3;
  const std::vector<std::string> all = words_of_headline(headline);
  if (all.empty()) return {};
  for (std::size_t lines = 1; lines < most; ++lines) {
    if (auto broken = balanced(all, lines, comfortable); !broken.empty()) return broken;
  }
  if (auto broken = balanced(all, most, widest); !broken.empty()) return broken;
  std::vector<std::string> broken = wrapped(all, widest);
  broken.resize(most);
  broken.back() = shortened(broken.back(), widest) + "…";
  return broken;
}

std::string badge_svg(const BadgeArt& art, std::string_view title, std::string_view description) {
  const bool is_award = art.kind == BadgeKind::award;
  const std::vector<std::string> lines = headline_lines(art.headline);
  const double top = art.kind == BadgeKind::certificate ? 146 : is_award ? 152 : 140;
  Markup drawn = element("title", {{"id", "badge-title"}}, Markup(title)) +
                 element("desc", {{"id", "badge-description"}}, Markup(description));
  if (is_award) {
    drawn += path("M190 380L130 590L206 558L262 594L290 400ZM410 380L470 590L394 558L338 594L310 400Z",
                  art.colours.accent) +
             element("g", {{"opacity", "0.28"}},
                     path("M190 380L130 590L206 558L262 594L290 400Z"
                          "M410 380L470 590L394 558L338 594L310 400Z",
                          "#000000"));
  }
  drawn += path(outline(art.kind, 284), art.colours.accent, art.colours.accent, 14) +
           path(outline(art.kind, 266), "#ffffff", "#ffffff", 10) +
           path(outline(art.kind, 256), art.colours.plate, art.colours.plate, 8) +
           // Light from above.
           element("clipPath", {{"id", "badge-plate"}}, path(outline(art.kind, 256), "#ffffff")) +
           element("g", {{"opacity", "0.10"}, {"clip-path", "url(#badge-plate)"}},
                   path("M0 0H600V250Q300 200 0 350Z", "#ffffff")) +
           words(art.association, 300, top, fitting(art.association, 190, 50), "#ffffff", 4) +
           emblem(art, 246) + ribbon(art, lines);
  if (!art.year.empty()) {
    drawn += words(art.year, 300, ribbon_bottom(lines.size()) + 43, 36, "#ffffff", 2);
  }
  return element("svg",
                 {{"xmlns", "http://www.w3.org/2000/svg"},
                  {"viewBox", "0 0 600 600"},
                  {"width", "600"},
                  {"height", "600"},
                  {"role", "img"},
                  {"aria-labelledby", "badge-title badge-description"}},
                 drawn)
      .text();
}

}  // namespace laurel::domain

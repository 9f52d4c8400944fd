// laurel-prerender sign-in|landing|css|direction ASSOCIATION.json
// laurel-prerender screens
//
// Prints, for the build, what stands in an association's page before the program has arrived: one of
// its two first screens as HTML, made by the very views that the program runs, its theme as CSS, or the
// direction of its language, as HTML's `dir` has it. Or, for all of them, as JSON, which part of the program
// (app/part.h, by its number) an address needs beside the first, by the first word of its fragment.

#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "app/desk.h"
#include "app/route.h"
#include "base/codec.h"
#include "base/writing_direction.h"
#include "domain/association.h"
#include "imgui.h"
#include "ui/elements.h"
#include "ui/frame.h"
#include "ui/headless_font.h"
#include "ui/html.h"

namespace {

using namespace laurel;

base::Result<domain::Association> read_association(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return base::fail(base::ErrorCode::not_found, "cannot be opened");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return base::decode_json<domain::Association>(text);
}

/// As a visitor sees it, of whom it is known that nobody is signed in.
std::string html_of(app::View view, const domain::Association& association) {
  ImGui::CreateContext();
  ui::configure_imgui();
  ui::Runs runs;
  const ui::Fonts fonts = ui::add_headless_fonts(*ImGui::GetIO().Fonts, runs);
  app::Desk desk(association);
  desk.post(app::Started{app::fragment_of(view), "prerender", false});
  ui::Surroundings surroundings;
  surroundings.direction = base::direction_of_language(association.language);
  const ui::CanvasSpec canvas{0, surroundings.page_width, surroundings.view_height};
  ui::Measured measured;
  const ui::FrameResult frame =
      ui::draw_frame(desk.model(), desk.drafts(), surroundings, canvas, {}, fonts, measured);
  std::string html = ui::html_of(ui::elements_of(frame.tree));
  ImGui::DestroyContext();
  return html;
}

std::string_view first_word(std::string_view fragment) {
  fragment.remove_prefix(2);  // "#/"
  return fragment.substr(0, fragment.find_first_of("/?"));
}

/// Nothing where two parts share a word: the page could not tell which it needs.
std::optional<std::map<std::string_view, app::Part>> parts_by_word() {
  std::map<std::string_view, app::Part> parts;
  for (const app::Screen& screen : app::all_screens()) {
    const app::Part part = app::part_of(screen.feature);
    const auto [known, is_new] = parts.emplace(first_word(screen.fragment), part);
    if (!is_new && known->second != part) return std::nullopt;
  }
  return parts;
}

int print_screens() {
  const auto parts = parts_by_word();
  if (!parts) {
    std::cerr << "Addresses of two parts of the program begin with the same word.\n";
    return 1;
  }
  const char* separator = "{";
  for (const auto& [word, part] : *parts) {
    if (part == app::Part::first) continue;
    std::cout << separator << '"' << word << "\":" << static_cast<int>(part);
    separator = ",";
  }
  std::cout << "}\n";
  return 0;
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count == 2 && arguments[1] == std::string_view("screens")) return print_screens();
  const std::string_view what = argument_count == 3 ? arguments[1] : "";
  if (what != "sign-in" && what != "landing" && what != "css" && what != "direction") {
    std::cerr << "usage: laurel-prerender sign-in|landing|css|direction ASSOCIATION.json\n"
                 "       laurel-prerender screens\n";
    return 2;
  }
  const auto association = read_association(arguments[2]);
  if (!association) {
    std::cerr << arguments[2] << ": " << association.error().context << "\n";
    return 1;
  }
  if (what == "sign-in") {
    std::cout << html_of(app::View::sign_in, *association) << "\n";
  } else if (what == "landing") {
    std::cout << html_of(app::View::start, *association) << "\n";
  } else if (what == "direction") {
    const base::Direction direction = base::direction_of_language(association->language);
    std::cout << (direction == base::Direction::right_to_left ? "rtl" : "ltr") << "\n";
  } else {
    std::cout << ui::type_css() << ui::colour_css(association->brand);
  }
  return 0;
}

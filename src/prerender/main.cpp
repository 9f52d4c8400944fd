// laurel-prerender sign-in|landing|css|direction ASSOCIATION.json
//
// Prints, for the build, what stands in an association's page before the program has arrived: one of
// its two first screens as HTML, made by the very views that the program runs, its theme as CSS, or the
// direction of its language, as HTML's `dir` has it.

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "app/desk.h"
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

}  // namespace

int main(int argument_count, char** arguments) {
  const std::string_view what = argument_count == 3 ? arguments[1] : "";
  if (what != "sign-in" && what != "landing" && what != "css" && what != "direction") {
    std::cerr << "usage: laurel-prerender sign-in|landing|css|direction ASSOCIATION.json\n";
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

// laurel-prerender html|css ASSOCIATION.json
//
// Prints, for the build, what stands in an association's page before the program has arrived: the
// sign-in screen as HTML, made by the very views that the program runs, or its theme as CSS.

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "app/desk.h"
#include "base/codec.h"
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

std::string sign_in_html(const domain::Association& association) {
  ImGui::CreateContext();
  ui::configure_imgui();
  ui::Runs runs;
  const ui::Fonts fonts = ui::add_headless_fonts(*ImGui::GetIO().Fonts, runs);
  app::Desk desk(association);
  desk.post(app::Started{std::string(app::fragment_of(app::View::sign_in)), "prerender"});
  const ui::Surroundings surroundings;
  const ui::CanvasSpec canvas{0, surroundings.page_width, surroundings.view_height};
  const ui::FrameResult frame =
      ui::draw_frame(desk.model(), desk.drafts(), surroundings, canvas, {}, fonts);
  std::string html = ui::html_of(ui::elements_of(frame.tree));
  ImGui::DestroyContext();
  return html;
}

}  // namespace

int main(int argument_count, char** arguments) {
  const std::string_view what = argument_count == 3 ? arguments[1] : "";
  if (what != "html" && what != "css") {
    std::cerr << "usage: laurel-prerender html|css ASSOCIATION.json\n";
    return 2;
  }
  const auto association = read_association(arguments[2]);
  if (!association) {
    std::cerr << arguments[2] << ": " << association.error().context << "\n";
    return 1;
  }
  if (what == "html") {
    std::cout << sign_in_html(*association) << "\n";
  } else {
    std::cout << ui::type_css() << ui::colour_css(association->brand);
  }
  return 0;
}

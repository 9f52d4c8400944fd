// The page's program: reads what the page was opened with and starts the host.

#include <cstdio>
#include <memory>

#include "imgui.h"
#include "ui/frame.h"
#include "web/page/page.h"

namespace {

// Lives as long as the page.
std::unique_ptr<laurel::web::Page> page;

}  // namespace

int main() {
  using namespace laurel;
  const web::Opening opening = web::open_document();
  auto association = base::decode_json<domain::Association>(opening.association);
  if (!association) {
    std::fprintf(stderr, "Laurel: the page's association: %s\n",
                 association.error().context.c_str());
    return 1;
  }
  ImGui::CreateContext();
  ui::configure_imgui();
  page = std::make_unique<web::Page>(opening, std::move(*association));
  web::draw_now();
  return 0;
}

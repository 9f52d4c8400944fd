// web/fonts behind commands, for tests/browser/fonts.test.mjs. Nothing is drawn on the screen.
//
//   density D                      -> from here on, devicePixelRatio D
//   width SIZE WEIGHT TEXT         -> width in CSS px
//   line SIZE                      -> ascent, descent in CSS px
//   glyph SIZE CODE_POINT          -> "missing" | "blank" | "grey" | "coloured", advance
//   cost SIZE FIRST COUNT          -> milliseconds for that many code points from FIRST on
//   ink SIZE CODE_POINT            -> sum of alpha / 255 over the glyph's bitmap, in px of it
//   grown SIZE CODE_POINT          -> the same, where other letters needed a larger texture before it
//                                     was drawn
#include <imgui.h>
#include <imgui_internal.h>

#include <cstdlib>
#include <emscripten.h>

#include "tests/browser/programs/harness.h"
#include "ui/runs.h"
#include "web/fonts/canvas_font.h"

namespace laurel::harness {

namespace {

ui::Runs runs;
web::CanvasFonts* fonts = nullptr;
ImFont* regular = nullptr;
ImFont* bold = nullptr;

void begin_frame(float density) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {800, 600};
  io.DisplayFramebufferScale = {density, density};
  ImGui::NewFrame();
  ImGui::Begin("window");
}

void end_frame() {
  ImGui::End();
  ImGui::Render();
}

float number(const std::string& text) { return std::strtof(text.c_str(), nullptr); }

ImFontBaked* baked(const std::string& size) { return regular->GetFontBaked(number(size)); }

double ink_of(const ImFontGlyph& glyph) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const ImTextureRect* rect = ImFontAtlasPackGetRect(&atlas, glyph.PackId);
  double sum = 0;
  for (int y = 0; y < rect->h; ++y) {
    for (int x = 0; x < rect->w; ++x) {
      const auto* pixel = static_cast<unsigned char*>(
          static_cast<void*>(atlas.TexData->GetPixelsAt(rect->x + x, rect->y + y)));
      sum += pixel[3] / 255.0;
    }
  }
  return sum;
}

/// Asks for letters at more and more sizes until they need another texture.
void outgrow_texture() {
  const int before = fonts->texture();
  for (float size = 20; fonts->texture() == before; ++size) {
    for (ImWchar letter = 'A'; letter <= 'Z'; ++letter) regular->GetFontBaked(size)->FindGlyph(letter);
  }
}

std::vector<std::string> describe(const ImFontGlyph* glyph) {
  if (glyph == nullptr) return {"missing", "0"};
  const char* kind = !glyph->Visible ? "blank" : glyph->Colored ? "coloured" : "grey";
  return {kind, std::to_string(glyph->AdvanceX)};
}

}  // namespace

void run(std::string_view name, const std::vector<std::string>& arguments, Reply reply) {
  if (name == "density") {
    end_frame();
    begin_frame(number(arguments[0]));
    return reply({"ok"});
  }
  if (name == "width") {
    ImFont* font = number(arguments[1]) > 500 ? bold : regular;
    const ImVec2 size = font->CalcTextSizeA(number(arguments[0]), FLT_MAX, 0, arguments[2].c_str());
    return reply({std::to_string(size.x)});
  }
  if (name == "line") {
    ImFontBaked* at_size = baked(arguments[0]);
    return reply({std::to_string(at_size->Ascent), std::to_string(at_size->Descent)});
  }
  const auto code_point = static_cast<ImWchar>(number(arguments[1]));
  if (name == "glyph") return reply(describe(baked(arguments[0])->FindGlyphNoFallback(code_point)));
  if (name == "ink") {
    const ImFontGlyph& glyph = *baked(arguments[0])->FindGlyph(code_point);
    fonts->draw_glyphs();
    return reply({std::to_string(ink_of(glyph))});
  }
  if (name == "grown") {
    baked(arguments[0])->FindGlyph(code_point);
    outgrow_texture();
    fonts->draw_glyphs();
    return reply({std::to_string(ink_of(*baked(arguments[0])->FindGlyph(code_point)))});
  }
  if (name == "cost") {
    const double start = emscripten_get_now();
    const auto end = code_point + static_cast<ImWchar>(number(arguments[2]));
    for (ImWchar each = code_point; each < end; ++each) baked(arguments[0])->FindGlyph(each);
    fonts->draw_glyphs();
    return reply({std::to_string(emscripten_get_now() - start)});
  }
  reply({"unknown command"});
}

}  // namespace laurel::harness

int main() {
  using namespace laurel;
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  harness::fonts = new web::CanvasFonts(*io.Fonts, harness::runs);  // as long as the page
  harness::regular = harness::fonts->add(web::sans_family, 400);
  harness::bold = harness::fonts->add(web::sans_family, 700);
  harness::begin_frame(1);
  harness::start();
}

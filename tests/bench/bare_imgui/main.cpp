// A form and a table by bare Dear ImGui: what a first frame costs before Laurel adds anything.
// Marks "first-frame" on the page's performance timeline once the first frame has been submitted.
#include <emscripten.h>
#include <emscripten/html5.h>
#include <GLES3/gl3.h>

#include <array>

#include <imgui.h>
#include <imgui_impl_opengl3.h>

EM_JS(void, mark_first_frame, (), { performance.mark('first-frame'); });

namespace {

constexpr const char* canvas = "#canvas";

struct Form {
  std::array<char, 128> e_mail{};
  std::array<char, 128> password{};
  bool stay_signed_in = false;
  int frames = 0;
};

void draw_form(Form& form) {
  ImGui::SetNextWindowPos({20, 20}, ImGuiCond_Once);
  ImGui::SetNextWindowSize({420, 320}, ImGuiCond_Once);
  ImGui::Begin("Sign in");
  ImGui::InputText("E-mail", form.e_mail.data(), form.e_mail.size());
  ImGui::InputText("Password", form.password.data(), form.password.size(),
                   ImGuiInputTextFlags_Password);
  ImGui::Checkbox("Stay signed in", &form.stay_signed_in);
  ImGui::Button("Sign in");
  if (ImGui::BeginTable("certificates", 2, ImGuiTableFlags_Borders)) {
    for (int row = 0; row < 6; ++row) {
      ImGui::TableNextRow();
      ImGui::TableNextColumn();
      ImGui::Text("Certificate %d", row);
      ImGui::TableNextColumn();
      ImGui::TextUnformatted("valid");
    }
    ImGui::EndTable();
  }
  ImGui::End();
}

void frame(void* user_data) {
  auto& form = *static_cast<Form*>(user_data);
  double width = 0;
  double height = 0;
  emscripten_get_element_css_size(canvas, &width, &height);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  draw_form(form);
  ImGui::Render();
  glViewport(0, 0, static_cast<int>(width), static_cast<int>(height));
  glClearColor(1, 1, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  if (form.frames++ == 0) mark_first_frame();
}

}  // namespace

int main() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context =
      emscripten_webgl_create_context(canvas, &attributes);
  emscripten_webgl_make_context_current(context);
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplOpenGL3_Init("#version 300 es");
  Form form;  // stays: an "infinite" loop leaves main() without unwinding it
  emscripten_set_main_loop_arg(frame, &form, 0, true);
}

// The state of the WebGL context as ImGui's renderer asks for it, in order to put it back when it has
// drawn. Nobody else draws there, so it is known; asking the browser is waiting for the process that
// draws, which takes longer than all else in a frame.
#include <GLES3/gl3.h>
#include <emscripten/html5_webgl.h>

extern "C" {
/// Takes the place of glGetIntegerv in imgui_impl_opengl3.cpp (cmake/dependencies.cmake).
void laurel_gl_state(GLenum name, GLint* value);
}

void laurel_gl_state(GLenum name, GLint* value) {
  switch (name) {
    case GL_MAJOR_VERSION:
      *value = 3;  // WebGL 2 is OpenGL ES 3.0
      return;
    case GL_MAX_TEXTURE_SIZE:  // asked for once
      *value = static_cast<GLint>(emscripten_webgl_get_parameter_d(name));
      return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:  // set anew in each frame
      for (int i = 0; i < 4; ++i) value[i] = 0;
      return;
    case GL_ACTIVE_TEXTURE:
      *value = GL_TEXTURE0;
      return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *value = GL_FUNC_ADD;
      return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
      *value = GL_ONE;
      return;
    default:  // no program, no buffer, no texture is bound
      *value = 0;
      return;
  }
}

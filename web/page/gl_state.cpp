// What ImGui's renderer asks of the WebGL context: mostly its state, in order to put it back. Nobody else
// draws there, so it is known; asking the browser is waiting for the process that draws, which takes
// longer than all else in a frame.
#include <GLES3/gl3.h>
#include <emscripten/console.h>

#include <cstdarg>
#include <cstdio>

extern "C" {
int laurel_document_max_texture_size();

// In imgui_impl_opengl3.cpp they take the place of functions of OpenGL (cmake/dependencies.cmake).
void laurel_gl_state(GLenum name, GLint* value);  // glGetIntegerv
const GLubyte* laurel_gl_string(GLenum name);  // glGetString
const GLubyte* laurel_gl_extension(GLenum name, GLuint index);  // glGetStringi
int laurel_gl_print(std::FILE* error, const char* format, ...);  // fprintf, for errors
}

void laurel_gl_state(GLenum name, GLint* value) {
  switch (name) {
    case GL_MAJOR_VERSION:
      *value = 3;  // WebGL 2 is OpenGL ES 3.0
      return;
    case GL_MAX_TEXTURE_SIZE:  // asked for once
      *value = laurel_document_max_texture_size();
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

/// The only string that matters is the version's.
const GLubyte* laurel_gl_string(GLenum) {
  return reinterpret_cast<const GLubyte*>("OpenGL ES 3.0");
}

/// There are none.
const GLubyte* laurel_gl_extension(GLenum, GLuint) { return nullptr; }

int laurel_gl_print(std::FILE*, const char* format, ...) {
  char text[1024];
  std::va_list arguments;
  va_start(arguments, format);
  const int length = std::vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  emscripten_console_error(text);
  return length;
}

// Takes the place of the C library's sscanf in the page, which is far larger. ImGui alone
// calls it: its renderer for the version of its shaders ("#version %d"), and settings files, which
// Laurel has none of (configure_imgui), for the likes.

#include <cstdarg>
#include <cstdio>
#include <cstdlib>

/// Knows %d alone.
extern "C" int sscanf(const char* text, const char* format, ...) {
  va_list numbers;
  va_start(numbers, format);
  int count = 0;
  for (; *format != '\0'; ++format) {
    if (format[0] != '%' || format[1] != 'd') {
      if (*text++ != *format) break;
      continue;
    }
    ++format;
    char* end = nullptr;
    const long number = std::strtol(text, &end, 10);
    if (end == text) break;
    *va_arg(numbers, int*) = static_cast<int>(number);
    text = end;
    ++count;
  }
  va_end(numbers);
  return count;
}

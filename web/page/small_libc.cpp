// Functions of the C library that the page is linked with instead of the library's own, which are far
// larger. Who calls them: ImGui for names of windows and its renderer's version ("#version %d") and
// errors, nlohmann's reader of JSON for numbers with a fraction, which no message of the protocol has.
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

#include "base/small_text.h"

extern "C" {

int vsnprintf(char* out, std::size_t size, const char* format, std::va_list arguments) {
  return laurel::base::format_small(out, size, format, arguments);
}

int snprintf(char* out, std::size_t size, const char* format, ...) {
  std::va_list arguments;
  va_start(arguments, format);
  const int length = vsnprintf(out, size, format, arguments);
  va_end(arguments);
  return length;
}

// The library has these three in one object file.
double strtod(const char* text, char** end) { return laurel::base::parse_decimal(text, end); }
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

/// Knows %d alone.
int sscanf(const char* text, const char* format, ...) {
  std::va_list numbers;
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

}  // extern "C"

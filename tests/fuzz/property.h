// What a fuzzer states: a promise in words that every input keeps.
//
//   always(written == read, "what is written reads back the same");
//
// A broken promise ends the program, which libFuzzer reports with the input that broke it.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace laurel::fuzz {

inline void always(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "\nBroken promise: %s\n", promise);
  std::abort();
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Takes what stands before the next `separator` off the front of `text`; all of it where there is
/// none.
inline std::string_view take_until(std::string_view& text, std::string_view separator) {
  const std::size_t end = text.find(separator);
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + separator.size());
  return part;
}

}  // namespace laurel::fuzz

// The C library of this machine says what is right.
#include "base/small_text.h"

#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>

#include <doctest/doctest.h>

namespace laurel::base {
namespace {

using Format = int (*)(char*, std::size_t, const char*, std::va_list);

struct Written {
  int length = 0;
  std::string buffer;
  friend bool operator==(const Written&, const Written&) = default;
};

Written write(Format format, std::size_t room, const char* text, ...) {
  Written written{0, std::string(64, '#')};
  std::va_list arguments;
  va_start(arguments, text);
  written.length = format(written.buffer.data(), room, text, arguments);
  va_end(arguments);
  return written;
}

template <class... Arguments>
void check_same(const char* format, Arguments... arguments) {
  for (const std::size_t room : {64, 9, 1, 0}) {
    CAPTURE(format);
    CAPTURE(room);
    const Written expected = write(&std::vsnprintf, room, format, arguments...);
    const Written found = write(&format_small, room, format, arguments...);
    CHECK(found.length == expected.length);
    CHECK(found.buffer == expected.buffer);
  }
}

TEST_CASE("formats as the C library does") {
  check_same("no directive");
  check_same("%%");
  check_same("%s/%s_%08X", "Desk", "table", 0xBEEFu);
  check_same("##Popup_%08x", 0xFFFFFFFFu);
  check_same("##Tooltip_%02d", 7);
  check_same("##Tooltip_%02d", 107);
  check_same("%*s%.*s|", 5, "", 3, "abcdef");
  check_same("%10s|%c%5c|", "right", 'a', 'b');
  check_same("Pos=%d,%d", -12, 2147483647);
  check_same("%i %u", std::numeric_limits<int>::min(), 4294967295u);
  check_same("%05d|%5d|%5d", -42, -42, 42);
  check_same("<U+%.4X>", 0x7F);
  check_same("%.3d|%8.3d|%d", 5, -5, 0);
  check_same("%ld %lu %zu", -5L, 5UL, std::size_t{6});
  check_same("%lld %llx", std::numeric_limits<long long>::min(), ~0ULL);
  check_same("%p", reinterpret_cast<void*>(0x1234));
}

void check_number(const std::string& text, double tolerance) {
  CAPTURE(text);
  char* expected_end = nullptr;
  char* found_end = nullptr;
  const double expected = std::strtod(text.c_str(), &expected_end);
  const double found = parse_decimal(text.c_str(), &found_end);
  CHECK(found_end == expected_end);
  if (tolerance == 0) {
    CHECK(found == expected);
    CHECK(std::signbit(found) == std::signbit(expected));
  } else {
    CHECK(std::abs(found - expected) <= tolerance * std::abs(expected));
  }
}

TEST_CASE("reads decimals as the C library does") {
  for (const char* text :
       {"0", "-0", "1", "-1.5", "3.14159", "1e22", "1E-22", "0.1", "1.25e+3", "  2.5", "+7",
        "123456789012345", "9007199254740992", "0.000001", "1e400", "-1e400", "1e-400", "1e999999999",
        "0e999", "1.", "1e", "1e+", "2.5x", "", "-", ".", "x", "e5"}) {
    check_number(text, 0);
  }
}

TEST_CASE("reads decimals that nobody needs so exactly within a few units in the last place") {
  std::mt19937_64 random(7);
  const auto below = [&](unsigned bound) { return static_cast<int>(random() % bound); };
  constexpr double tolerance = 20 * std::numeric_limits<double>::epsilon();
  for (int i = 0; i < 20'000; ++i) {
    std::string digits = std::to_string(random());
    digits.insert(1, ".");
    check_number(digits + "e" + std::to_string(below(580) - 290), tolerance);
    check_number(digits.substr(0, 16) + "e" + std::to_string(below(22)), 0);
  }
}

}  // namespace
}  // namespace laurel::base

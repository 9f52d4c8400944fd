#include "base/small_text.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <cstring>

namespace laurel::base {
namespace {

/// Counts what it has no room for.
class Out {
 public:
  Out(char* begin, std::size_t size) : begin_(begin), size_(size) {}
  void put(char c) {
    if (count_ + 1 < size_) begin_[count_] = c;
    ++count_;
  }
  void fill(char c, std::size_t times) {
    for (; times > 0; --times) put(c);
  }
  void put(const char* text, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) put(text[i]);
  }
  int end() {
    if (size_ > 0) begin_[std::min(count_, size_ - 1)] = '\0';
    return static_cast<int>(count_);
  }

 private:
  char* begin_;
  std::size_t size_;
  std::size_t count_ = 0;
};

struct Directive {
  bool zeros = false;
  int width = 0;
  int precision = -1;  // none
  bool is_long = false;
  char conversion = '\0';
};

/// What va_list is handed on by differs between platforms unless it is inside something.
struct Arguments {
  std::va_list list;
};

int read_count(const char*& at, Arguments& arguments) {
  if (*at == '*') {
    ++at;
    return va_arg(arguments.list, int);
  }
  int count = 0;
  for (; *at >= '0' && *at <= '9'; ++at) count = count * 10 + (*at - '0');
  return count;
}

Directive read_directive(const char*& at, Arguments& arguments) {
  Directive directive;
  for (; *at == '0'; ++at) directive.zeros = true;
  directive.width = read_count(at, arguments);
  if (*at == '.') {
    ++at;
    directive.precision = read_count(at, arguments);
  }
  static_assert(sizeof(std::size_t) == sizeof(long));
  for (; *at == 'l' || *at == 'z'; ++at) {
    directive.is_long = sizeof(long) == sizeof(long long) || at[1] == 'l' || directive.is_long;
  }
  directive.conversion = *at;
  if (*at != '\0') ++at;
  return directive;
}

void put_number(Out& out, const Directive& directive, bool negative, std::uint64_t number) {
  const char c = directive.conversion;
  const unsigned base = c == 'x' || c == 'X' || c == 'p' ? 16 : 10;
  const char* digits = c == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
  std::array<char, 20> text{};
  std::size_t length = 0;
  for (; number > 0; number /= base) text[text.size() - ++length] = digits[number % base];
  const auto at_least = static_cast<std::size_t>(
      directive.precision >= 0 ? directive.precision
                               : (directive.zeros ? directive.width - (negative ? 1 : 0) : 1));
  const std::size_t zeros = length < at_least ? at_least - length : 0;
  const std::size_t all = length + zeros + (negative ? 1 : 0);
  const auto width = static_cast<std::size_t>(directive.width);
  out.fill(' ', width > all ? width - all : 0);
  if (negative) out.put('-');
  out.fill('0', zeros);
  out.put(text.data() + text.size() - length, length);
}

void put_text(Out& out, const Directive& directive, const char* text) {
  const std::size_t most = directive.precision >= 0 ? static_cast<std::size_t>(directive.precision)
                                                    : static_cast<std::size_t>(-1);
  std::size_t length = 0;
  while (length < most && text[length] != '\0') ++length;
  const auto width = static_cast<std::size_t>(directive.width);
  out.fill(' ', width > length ? width - length : 0);
  out.put(text, length);
}

void put_directive(Out& out, Directive directive, Arguments& arguments) {
  switch (directive.conversion) {
    case 'd':
    case 'i': {
      const long long number = directive.is_long ? va_arg(arguments.list, long long)
                                                 : va_arg(arguments.list, int);
      const auto bits = static_cast<std::uint64_t>(number);
      return put_number(out, directive, number < 0, number < 0 ? 0 - bits : bits);
    }
    case 'u':
    case 'x':
    case 'X':
      return put_number(out, directive, false,
                        directive.is_long ? va_arg(arguments.list, unsigned long long)
                                          : va_arg(arguments.list, unsigned));
    case 'p':
      out.put("0x", 2);
      return put_number(out, directive, false,
                        reinterpret_cast<std::uintptr_t>(va_arg(arguments.list, void*)));
    case 'c': {
      const char c = static_cast<char>(va_arg(arguments.list, int));
      directive.precision = 1;
      return put_text(out, directive, &c);
    }
    case 's':
      return put_text(out, directive, va_arg(arguments.list, const char*));
    case '%':
      return out.put('%');
    default:
      assert(false && "not known to format_small");
  }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A decimal number: digits × 10^exponent.
struct Decimal {
  std::uint64_t digits = 0;
  int exponent = 0;
  bool any = false;

  /// Where there is no room for more digits, they only count as powers of ten.
  void add(char digit, bool fraction) {
    constexpr std::uint64_t most = 1'000'000'000'000'000'000;
    any = true;
    if (digits >= most) {
      if (!fraction) ++exponent;
      return;
    }
    digits = digits * 10 + static_cast<std::uint64_t>(digit - '0');
    if (fraction) --exponent;
  }
};

/// Behind the digits: "e-12". Without digits of its own it is no exponent.
int read_exponent(const char*& at) {
  if (*at != 'e' && *at != 'E') return 0;
  const char* digit = at + 1;
  const bool negative = *digit == '-';
  if (*digit == '-' || *digit == '+') ++digit;
  if (!is_digit(*digit)) return 0;
  int exponent = 0;
  for (; is_digit(*digit); ++digit) {
    if (exponent < 100'000) exponent = exponent * 10 + (*digit - '0');
  }
  at = digit;
  return negative ? -exponent : exponent;
}

/// Clinger, "How to read floating point numbers accurately" (1990): up to here both factors are exact,
/// so the result is rounded once.
constexpr int exact_power = 22;

double power_of_ten(int exponent) {
  double power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

double value_of(Decimal decimal) {
  if (decimal.digits == 0) return 0;
  auto value = static_cast<double>(decimal.digits);
  const int far = 400;  // beyond every double
  decimal.exponent = std::clamp(decimal.exponent, -far, far);
  while (decimal.exponent != 0) {
    const int step = std::clamp(decimal.exponent, -exact_power, exact_power);
    value = step > 0 ? value * power_of_ten(step) : value / power_of_ten(-step);
    decimal.exponent -= step;
  }
  return value;
}

}  // namespace

int format_small(char* out, std::size_t size, const char* format, std::va_list arguments) {
  Arguments rest;
  va_copy(rest.list, arguments);
  Out text(out, size);
  while (*format != '\0') {
    if (*format != '%') {
      text.put(*format++);
      continue;
    }
    ++format;
    put_directive(text, read_directive(format, rest), rest);
  }
  va_end(rest.list);
  return text.end();
}

double parse_decimal(const char* text, char** end) {
  const char* at = text;
  while (*at == ' ' || (*at >= '\t' && *at <= '\r')) ++at;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  Decimal decimal;
  for (; is_digit(*at); ++at) decimal.add(*at, false);
  if (*at == '.') {
    for (++at; is_digit(*at); ++at) decimal.add(*at, true);
  }
  if (!decimal.any) {
    if (end != nullptr) *end = const_cast<char*>(text);
    return 0;
  }
  decimal.exponent += read_exponent(at);
  if (end != nullptr) *end = const_cast<char*>(at);
  const double value = value_of(decimal);
  return negative ? -value : value;
}

}  // namespace laurel::base

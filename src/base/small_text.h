// What the C library's printf and strtod do of general use, in a twentieth of their size: a page that
// is downloaded carries them instead (web/page/small_libc.cpp).
//
//   base::format_small(buffer, sizeof buffer, "%s_%08X", arguments);   // as vsnprintf
//   base::parse_decimal("1.25e3", &end) == 1250.0                        // as strtod
#pragma once

#include <cstdarg>
#include <cstddef>

namespace laurel::base {

/// As vsnprintf (ISO C17, 7.21.6.12): returns how many bytes the whole text has and writes as many as
/// there is room for, always with a zero behind them where there is any. It knows %d %i %u %x %X %c %s
/// %p and %%, the flag 0, a width, a precision, `*` for both, and the lengths l, ll and z; anything
/// else is a mistake of the caller.
int format_small(char* out, std::size_t size, const char* format, std::va_list arguments);

/// As strtod for JSON's numbers (RFC 8259, section 6), after white space. Exact for up to 15 digits and
/// powers of ten up to 22; others are off by a few units in the last place at most. `end` is where the
/// number ends, or `text` where there is none; it may be null.
double parse_decimal(const char* text, char** end);

}  // namespace laurel::base

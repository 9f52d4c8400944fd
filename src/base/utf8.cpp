#include "base/utf8.h"

#include <array>

namespace laurel::base {
namespace {

struct Lead {
  std::size_t bytes;
  char32_t bits;
  char32_t smallest;  // below it the form is overlong
};

Lead lead_of(unsigned char byte) {
  if ((byte & 0xE0) == 0xC0) return {2, char32_t(byte & 0x1F), 0x80};
  if ((byte & 0xF0) == 0xE0) return {3, char32_t(byte & 0x0F), 0x800};
  if ((byte & 0xF8) == 0xF0) return {4, char32_t(byte & 0x07), 0x10000};
  return {0, 0, 0};
}

constexpr std::array<std::string_view, 6> white_spaces = {" ",  "\t",       "\r",
                                                          "\n", "\xC2\xA0", "\xE3\x80\x80"};

/// Neither white space nor a part of one.
bool is_visible_ascii(char c) { return c > ' ' && c < 0x7F; }

}  // namespace

CodePoint detail::code_point_beyond_ascii(std::string_view text, std::size_t at) {
  const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
  if (lead.bytes == 0 || at + lead.bytes > text.size()) return {};
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.bytes; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0) != 0x80) return {};
    value = (value << 6) | (byte & 0x3F);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < lead.smallest || value > 0x10FFFF || surrogate) return {};
  return {value, lead.bytes, true};
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!c.valid) return false;
    at += c.bytes;
  }
  return true;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += code_point_at(text, at).bytes;
  return count;
}

std::string to_valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    append_utf8(out, c.value);
    at += c.bytes;
  }
  return out;
}

void append_utf8(std::string& text, char32_t c) {
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::string_view trim(std::string_view text) {
  // Most of most texts, at once: an import trims millions of them.
  if (!text.empty() && is_visible_ascii(text.front()) && is_visible_ascii(text.back())) return text;
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view space : white_spaces) {
      if (text.substr(0, space.size()) == space) {
        text.remove_prefix(space.size());
        changed = true;
      }
      if (text.size() >= space.size() && text.substr(text.size() - space.size()) == space) {
        text.remove_suffix(space.size());
        changed = true;
      }
    }
  }
  return text;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace laurel::base

#include "server/commands/terminal_text.h"

#include "base/utf8.h"

namespace laurel::server {

std::string printable(std::string text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::code_point_at(text, at);
    // C0 and C1: some terminals take U+009B for the beginning of a command as well.
    const bool control = !c.valid || c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0);
    out += control ? "?" : text.substr(at, c.bytes);
    at += c.bytes;
  }
  return out;
}

}  // namespace laurel::server

#include "base/blanks.h"

#include <algorithm>

namespace laurel::base {

std::string filled(std::string_view text, std::initializer_list<Blank> blanks) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    out += text.substr(0, open);
    text.remove_prefix(open);
    const std::size_t close = text.find('}');
    if (close == std::string_view::npos) return out += text;
    const std::string_view name = text.substr(1, close - 1);
    const auto* const blank = std::find_if(blanks.begin(), blanks.end(),
                                           [&](const Blank& one) { return one.name == name; });
    const bool known = blank != blanks.end();
    out += known ? blank->value : text.substr(0, 1);
    text.remove_prefix(known ? close + 1 : 1);
  }
  return out;
}

}  // namespace laurel::base

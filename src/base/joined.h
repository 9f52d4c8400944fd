// Parts of a text, one after the other.
//
//   joined({"Ljubljana", "", "ZPM"}, " · ") == "Ljubljana · ZPM"
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace laurel::base {

/// What is empty is left out.
[[nodiscard]] inline std::string joined(std::span<const std::string> parts,
                                        std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}
[[nodiscard]] inline std::string joined(std::initializer_list<std::string> parts,
                                        std::string_view between) {
  return joined(std::span(parts.begin(), parts.size()), between);
}

}  // namespace laurel::base

// The countries of ISO 3166-1, by their two-letter codes.
//
//   country_name("SI") == "Slovenia"
#pragma once

#include <string>
#include <string_view>

namespace laurel::app {

struct Country {
  std::string_view code;
  std::string_view name;
};

/// A code that the list lacks is its own name.
[[nodiscard]] std::string country_name(std::string_view code);

}  // namespace laurel::app

// The countries of ISO 3166-1, by their two-letter codes.
//
//   country_name("SI") == "Slovenia"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace laurel::app {

struct Country {
  std::string_view code;
  std::string_view name;
};

/// By code.
[[nodiscard]] std::span<const Country> all_countries();

/// A code that the list lacks is its own name.
[[nodiscard]] std::string country_name(std::string_view code);

/// Of a name or a code as somebody types it, in either case; nothing where it is no country.
[[nodiscard]] std::optional<std::string> country_code(std::string_view typed);

}  // namespace laurel::app

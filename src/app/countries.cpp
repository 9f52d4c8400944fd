#include "app/countries.h"

#include <algorithm>

#include "app_messages/countries_en.h"
#include "base/utf8.h"

namespace laurel::app {

std::string country_name(std::string_view code) {
  const auto known = std::lower_bound(
      countries_en.begin(), countries_en.end(), code,
      [](const Country& country, std::string_view wanted) { return country.code < wanted; });
  if (known != countries_en.end() && known->code == code) return std::string(known->name);
  return std::string(code);
}

std::span<const Country> all_countries() { return countries_en; }

std::optional<std::string> country_code(std::string_view typed) {
  const std::string wanted = base::ascii_lower(base::trim(typed));
  for (const Country& country : countries_en) {
    const bool same = base::ascii_lower(country.name) == wanted ||
                      base::ascii_lower(country.code) == wanted;
    if (same) return std::string(country.code);
  }
  return std::nullopt;
}

}  // namespace laurel::app

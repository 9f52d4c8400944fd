#include "app/countries.h"

#include <algorithm>

#include "app_messages/countries_en.h"

namespace laurel::app {

std::string country_name(std::string_view code) {
  const auto known = std::lower_bound(
      countries_en.begin(), countries_en.end(), code,
      [](const Country& country, std::string_view wanted) { return country.code < wanted; });
  if (known != countries_en.end() && known->code == code) return std::string(known->name);
  return std::string(code);
}

}  // namespace laurel::app

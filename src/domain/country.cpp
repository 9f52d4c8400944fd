#include "domain/country.h"

#include <algorithm>

#include "domain_tables/country_codes.h"

namespace laurel::domain {

bool is_country(std::string_view code) {
  return std::binary_search(country_codes.begin(), country_codes.end(), code);
}

}  // namespace laurel::domain

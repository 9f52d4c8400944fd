#include "sample/member_associations.h"

#include <array>
#include <string>
#include <string_view>

namespace laurel::sample {
namespace {

struct Land {
  std::string_view country;
  std::string_view name;
};

constexpr std::array lands = {
    Land{"AL", "Albania"},    Land{"AM", "Armenia"},     Land{"AR", "Argentina"},
    Land{"AU", "Australia"},  Land{"BD", "Bangladesh"},  Land{"BE", "Belgium"},
    Land{"BO", "Bolivia"},    Land{"BR", "Brazil"},      Land{"BW", "Botswana"},
    Land{"CA", "Canada"},     Land{"CL", "Chile"},       Land{"CM", "Cameroon"},
    Land{"CO", "Colombia"},   Land{"CR", "Costa Rica"},  Land{"CY", "Cyprus"},
    Land{"DO", "Dominican Republic"}, Land{"EC", "Ecuador"}, Land{"EE", "Estonia"},
    Land{"EG", "Egypt"},      Land{"ET", "Ethiopia"},    Land{"FJ", "Fiji"},
    Land{"GE", "Georgia"},    Land{"GH", "Ghana"},       Land{"GT", "Guatemala"},
    Land{"ID", "Indonesia"},  Land{"IE", "Ireland"},     Land{"IL", "Israel"},
    Land{"JM", "Jamaica"},    Land{"JO", "Jordan"},      Land{"JP", "Japan"},
    Land{"KE", "Kenya"},      Land{"KR", "Korea"},       Land{"LB", "Lebanon"},
    Land{"LK", "Sri Lanka"},  Land{"LT", "Lithuania"},   Land{"LU", "Luxembourg"},
    Land{"MA", "Morocco"},    Land{"MN", "Mongolia"},    Land{"MT", "Malta"},
    Land{"MX", "Mexico"},     Land{"MY", "Malaysia"},    Land{"MZ", "Mozambique"},
    Land{"NA", "Namibia"},    Land{"NG", "Nigeria"},     Land{"NZ", "New Zealand"},
    Land{"PA", "Panama"},     Land{"PE", "Peru"},        Land{"PH", "Philippines"},
    Land{"PY", "Paraguay"},   Land{"RW", "Rwanda"},      Land{"SA", "Saudi Arabia"},
    Land{"SG", "Singapore"},  Land{"SN", "Senegal"},     Land{"TH", "Thailand"},
    Land{"TN", "Tunisia"},    Land{"TW", "Taiwan"},      Land{"TZ", "Tanzania"},
    Land{"UG", "Uganda"},     Land{"UY", "Uruguay"},     Land{"UZ", "Uzbekistan"},
    Land{"VN", "Vietnam"},    Land{"ZA", "South Africa"}, Land{"ZM", "Zambia"},
    Land{"AO", "Angola"},     Land{"BJ", "Benin"},       Land{"BZ", "Belize"},
    Land{"CI", "Ivory Coast"}, Land{"CV", "Cape Verde"}, Land{"DZ", "Algeria"},
    Land{"GA", "Gabon"},      Land{"GM", "Gambia"},      Land{"HN", "Honduras"},
    Land{"KH", "Cambodia"},   Land{"KW", "Kuwait"},      Land{"LA", "Laos"},
    Land{"LV", "Latvia"},     Land{"MD", "Moldova"},     Land{"MG", "Madagascar"},
    Land{"MU", "Mauritius"},  Land{"MW", "Malawi"},      Land{"NI", "Nicaragua"},
    Land{"OM", "Oman"},       Land{"PG", "Papua New Guinea"}, Land{"QA", "Qatar"},
    Land{"SC", "Seychelles"}, Land{"SV", "El Salvador"}, Land{"TG", "Togo"},
    Land{"TT", "Trinidad and Tobago"}, Land{"WS", "Samoa"}, Land{"ZW", "Zimbabwe"}};

}  // namespace

void add_member_associations(domain::Content& content, std::size_t wanted) {
  for (const Land& land : lands) {
    if (content.member_associations.size() >= wanted) return;
    const std::string code(land.country);
    content.member_associations.push_back({"SPM-" + code,
                                           "Sample Project Managers of " + std::string(land.name),
                                           code, "https://projects-" + code + ".example/"});
  }
}

}  // namespace laurel::sample

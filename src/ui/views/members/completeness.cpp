#include "ui/views/members/completeness.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "domain/profile.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;

namespace {

constexpr std::array all_names = {
    FieldName{"photo", Message::member_portrait},
    FieldName{"biography", Message::profile_biography},
    FieldName{"country_of_origin", Message::member_country_of_origin},
    FieldName{"member_association", Message::dashboard_member_association},
    FieldName{"mobile", Message::profile_mobile},
    FieldName{"gender", Message::member_gender},
    FieldName{"job_title", Message::profile_job_title},
    FieldName{"company", Message::profile_company},
    FieldName{"industry", Message::member_industry},
    FieldName{"years_of_experience", Message::profile_years},
    FieldName{"interests", Message::profile_interests}};
static_assert(all_names.size() == domain::asked_fields);

}  // namespace

std::vector<FieldName> missing_fields(const std::vector<std::string>& missing) {
  std::vector<FieldName> fields;
  std::copy_if(all_names.begin(), all_names.end(), std::back_inserter(fields),
               [&missing](const FieldName& one) {
                 return std::find(missing.begin(), missing.end(), one.field) != missing.end();
               });
  return fields;
}

void completeness_meter(Ui& ui, std::string_view key, const std::vector<std::string>& missing) {
  const std::size_t given = domain::asked_fields - std::min(missing.size(), domain::asked_fields);
  const std::string percent = std::to_string(domain::completeness_percent(missing.size()));
  paragraph(ui, {.key = key,
                 .text = missing.empty()
                             ? say(Message::dashboard_complete)
                             : say(Message::dashboard_completeness, {{"percent", percent}}),
                 .style = TextStyle::small_strong});
  ui.layout().skip(space::tight);
  parts_bar(ui, {.filled = static_cast<int>(given),
                 .count = static_cast<int>(domain::asked_fields),
                 .colour = missing.empty() ? ui.palette().success : ui.palette().primary});
}

}  // namespace laurel::ui

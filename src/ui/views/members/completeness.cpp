#include "ui/views/members/completeness.h"

#include <algorithm>

#include "app/members/profile/fields.h"
#include "domain/profile.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;

std::vector<FieldName> missing_fields(const std::vector<std::string>& missing) {
  std::vector<FieldName> fields;
  for (const std::string& name : missing) {
    if (name == "photo") fields.push_back({"photo", Message::member_portrait});
    const auto* known = app::members::field_named(name);
    if (known != nullptr) fields.push_back({known->name, known->label});
  }
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

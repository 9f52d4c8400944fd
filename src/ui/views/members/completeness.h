// How complete a profile is, and what it lacks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/messages.h"
#include "ui/ui.h"

namespace laurel::ui {

/// A field that the completeness asks for (domain/profile.h), as members know it.
struct FieldName {
  std::string_view field;
  app::Message name;
};
/// Those of the fields that are missing, in the form's order.
[[nodiscard]] std::vector<FieldName> missing_fields(const std::vector<std::string>& missing);

/// "Your profile is 70 % complete", and a bar; `missing` are the names of fields.
void completeness_meter(Ui& ui, std::string_view key, const std::vector<std::string>& missing);

}  // namespace laurel::ui

// The privacy option, with what each shows of the member, and the profile as others see it.
#pragma once

#include <string>

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

/// `privacy` is the option's name in the API.
void privacy_section(Ui& ui, const app::Model& model, std::string& privacy, app::Actions& actions);

/// Draws nothing unless the member wants to see it.
void privacy_preview(Ui& ui, const app::Model& model, app::Actions& actions);

}  // namespace laurel::ui

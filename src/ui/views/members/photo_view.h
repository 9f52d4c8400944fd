// The member's photo: where it is, how it is chosen and cut.
#pragma once

#include <optional>
#include <string>

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

/// Where the API has the photo; empty where there is none.
[[nodiscard]] std::string photo_address(const app::Model& model,
                                        const std::optional<std::string>& photo);

void photo_card(Ui& ui, const app::Model& model, app::members::PhotoDraft& draft, app::Actions& actions);

}  // namespace laurel::ui

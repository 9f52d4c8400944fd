// The whole page: the frame around every screen, and the screen that the model shows.
#pragma once

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

/// Returns how high the footer is.
float desk_view(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions);

/// For the browser's tab and history: "Log in – my.ipma".
[[nodiscard]] std::string document_title(const app::Model& model);

}  // namespace laurel::ui

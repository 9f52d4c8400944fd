// The whole page: the frame around every screen, and the screen that the model shows.
#pragma once

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

void desk_view(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions);

/// For the browser's tab and history: "Log in – my.ipma".
[[nodiscard]] std::string document_title(const app::Model& model);

// The screens, each in its own file.
void sign_in_view(Ui& ui, const app::Model& model, app::SignInDraft& draft, app::Actions& actions);
void dashboard_view(Ui& ui, const app::Model& model, app::Actions& actions);
void not_found_view(Ui& ui);
void opening_view(Ui& ui, const app::Model& model, app::Actions& actions);

// Around every screen.
void header_view(Ui& ui, const app::Model& model, app::Actions& actions);
void footer_view(Ui& ui, const app::Model& model);

}  // namespace laurel::ui

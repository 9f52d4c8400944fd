// The card in which a member changes how they sign in.
#pragma once

#include <string>

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

/// `email` is the address as it is now.
void account_card(Ui& ui, const app::Model& model, const std::string& email,
                  app::accounts::AccountDraft& draft, app::Actions& actions);

}  // namespace laurel::ui

// The accounts' part of the update, as app/feature.h describes it: what a member does to their own. What
// comes with another part of the program is in sign_in/, joining/ and password_advice/.
#pragma once

#include "app/accounts/action.h"
#include "app/command.h"
#include "app/model.h"

namespace laurel::app::accounts {

/// A screen of theirs is shown from now on.
void open(Model& model, Commands& commands);
void update(Model& model, Commands& commands, const Action& action);
void replied(Model& model, Commands& commands, const Request& request, const Reply& reply);

}  // namespace laurel::app::accounts

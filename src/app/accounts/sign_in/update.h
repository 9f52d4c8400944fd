// What a first visit needs of the accounts: who is signed in, signing in and out.
#pragma once

#include "app/accounts/action.h"
#include "app/command.h"
#include "app/model.h"

namespace laurel::app::accounts {

void update_sign_in(Model& model, Commands& commands, const SignInAction& action);
void sign_in_replied(Model& model, Commands& commands, const Request& request, const Reply& reply);

}  // namespace laurel::app::accounts

// What a visitor does to come to an account, or back to one: registration, the pages that mails lead to, a
// forgotten password. They are here before the member's own screens are (Feature::joining).
#pragma once

#include "app/accounts/action.h"
#include "app/command.h"
#include "app/model.h"

namespace laurel::app::accounts {

void open_joining(Model& model, Commands& commands);
void update_joining(Model& model, Commands& commands, const JoiningAction& action);
void joining_replied(Model& model, Commands& commands, const Request& request, const Reply& reply);

}  // namespace laurel::app::accounts

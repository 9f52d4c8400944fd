// A forgotten password.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace laurel::app::accounts {

void password_reset_pressed(Model& model, Commands& commands);
void password_reset_replied(Model& model, Commands& commands, const Route& asked_on, const Reply& reply);
void new_password_pressed(Model& model, Commands& commands);
void new_password_replied(Model& model, Commands& commands, const Route& asked_on, const Reply& reply);

}  // namespace laurel::app::accounts

// Another e-mail address or password for the member's account.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace laurel::app::accounts {

/// Closes the account's forms and wipes what was typed into them, unless it is being sent.
void forget_account(Model& model);
void email_form_pressed(Model& model);
void email_change_pressed(Model& model, Commands& commands);
void email_change_replied(Model& model, Commands& commands, const Reply& reply);
void password_form_pressed(Model& model);
void password_change_pressed(Model& model, Commands& commands);
void password_change_replied(Model& model, Commands& commands, const Reply& reply);

}  // namespace laurel::app::accounts

// The three steps of a registration.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace laurel::app::accounts {

void register_pressed(Model& model, Commands& commands);
void register_replied(Model& model, Commands& commands, const Reply& reply);
void certificate_search_pressed(Model& model, Commands& commands);
void certificate_search_replied(Model& model, Commands& commands, const Reply& reply);
void registration_completed(Model& model, Commands& commands);
void completion_replied(Model& model, Commands& commands, const Reply& reply);
void activation_mail_wanted(Model& model, Commands& commands);
void activation_mail_replied(Model& model, Commands& commands, const Reply& reply);

}  // namespace laurel::app::accounts

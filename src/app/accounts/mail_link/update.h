// The page that a mail's link opens.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace laurel::app::accounts {

void open_mail_link(Model& model);
void mail_link_pressed(Model& model, Commands& commands);
void mail_link_replied(Model& model, Commands& commands, const Route& asked_on, const Reply& reply);

}  // namespace laurel::app::accounts

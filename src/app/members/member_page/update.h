// The page of one member.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace laurel::app::members {

void open_member_page(Model& model, Commands& commands);
void member_page_replied(Model& model, const Reply& reply);

}  // namespace laurel::app::members

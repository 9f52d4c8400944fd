// What everybody may see of a certificate whose address they were given (Feature::verification).
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace laurel::app::certificates {

void open_verification(Model& model, Commands& commands);
void verification_replied(Model& model, Commands& commands, const Request& request,
                          const Reply& reply);

}  // namespace laurel::app::certificates

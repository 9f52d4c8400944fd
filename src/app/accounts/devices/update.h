// The member's sessions on other devices.
#pragma once

#include "app/accounts/action.h"
#include "app/command.h"
#include "app/model.h"

namespace laurel::app::accounts {

void open_devices(Model& model, Commands& commands);
void devices_replied(Model& model, const Reply& reply);
void device_sign_out_pressed(Model& model, Commands& commands,
                             const DeviceSignOutPressed& pressed);
void device_signed_out(Model& model, Commands& commands, const Reply& reply);

}  // namespace laurel::app::accounts

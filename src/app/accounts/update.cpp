#include "app/accounts/update.h"

#include "app/accounts/account/update.h"
#include "app/accounts/devices/update.h"
#include "app/accounts/requests.h"
#include "base/visit.h"

namespace laurel::app::accounts {
namespace {

struct Dispatch {
  Model& model;
  Commands& commands;

  void operator()(const EmailFormPressed&) const { email_form_pressed(model); }
  void operator()(const EmailChangePressed&) const { email_change_pressed(model, commands); }
  void operator()(const PasswordFormPressed&) const { password_form_pressed(model); }
  void operator()(const PasswordChangePressed&) const { password_change_pressed(model, commands); }
  void operator()(const DeviceSignOutPressed& pressed) const {
    device_sign_out_pressed(model, commands, pressed);
  }
};

}  // namespace

void open(Model& model, Commands& commands) { open_devices(model, commands); }

void update(Model& model, Commands& commands, const Action& action) {
  base::visit(Dispatch{model, commands}, action);
}

void replied(Model& model, Commands& commands, const Request& request, const Reply& reply) {
  switch (request.purpose.as<Purpose>()) {
    case Purpose::change_email:
      return email_change_replied(model, commands, reply);
    case Purpose::change_password:
      return password_change_replied(model, commands, reply);
    case Purpose::read_devices:
      return devices_replied(model, reply);
    case Purpose::end_session:
      return device_signed_out(model, commands, reply);
  }
}

}  // namespace laurel::app::accounts

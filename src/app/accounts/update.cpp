#include "app/accounts/update.h"

#include "app/accounts/account/update.h"
#include "app/accounts/devices/update.h"
#include "app/accounts/mail_link/update.h"
#include "app/accounts/password_advice/update.h"
#include "app/accounts/password_reset/update.h"
#include "app/accounts/registration/update.h"
#include "app/accounts/requests.h"
#include "base/visit.h"

namespace laurel::app::accounts {
namespace {

struct Dispatch {
  Model& model;
  Commands& commands;

  void operator()(const RegisterPressed&) const { register_pressed(model, commands); }
  void operator()(const CertificateSearchPressed&) const {
    certificate_search_pressed(model, commands);
  }
  void operator()(const RegistrationCompleted&) const { registration_completed(model, commands); }
  void operator()(const ActivationMailWanted&) const { activation_mail_wanted(model, commands); }
  void operator()(const PasswordEdited&) const { password_edited(model, commands); }
  void operator()(const PasswordAdvised& advised) const { password_advised(model, advised); }
  void operator()(const MailLinkPressed&) const { mail_link_pressed(model, commands); }
  void operator()(const PasswordResetPressed&) const { password_reset_pressed(model, commands); }
  void operator()(const NewPasswordPressed&) const { new_password_pressed(model, commands); }
  void operator()(const EmailFormPressed&) const { email_form_pressed(model); }
  void operator()(const EmailChangePressed&) const { email_change_pressed(model, commands); }
  void operator()(const PasswordFormPressed&) const { password_form_pressed(model); }
  void operator()(const PasswordChangePressed&) const { password_change_pressed(model, commands); }
  void operator()(const DeviceSignOutPressed& pressed) const {
    device_sign_out_pressed(model, commands, pressed);
  }
};

}  // namespace

void open(Model& model, Commands& commands) {
  switch (model.route.view) {
    case View::devices:
      return open_devices(model, commands);
    case View::forgotten_password:
    case View::new_password:
      model.password_reset = {};
      return;
    case View::registration:
    case View::certificates:
    case View::mail_sent:
      model.registration.problems = {};
      return;
    default:
      return open_mail_link(model);
  }
}

void update(Model& model, Commands& commands, const Action& action) {
  base::visit(Dispatch{model, commands}, action);
}

void replied(Model& model, Commands& commands, const Request& request, const Reply& reply) {
  switch (request.purpose.as<Purpose>()) {
    case Purpose::register_member:
      return register_replied(model, commands, reply);
    case Purpose::search_certificates:
      return certificate_search_replied(model, commands, reply);
    case Purpose::complete_registration:
      return completion_replied(model, commands, reply);
    case Purpose::send_activation_mail:
      return activation_mail_replied(model, commands, reply);
    case Purpose::press_mail_link:
      return mail_link_replied(model, commands, request.asked_on, reply);
    case Purpose::ask_for_new_password:
      return password_reset_replied(model, commands, request.asked_on, reply);
    case Purpose::set_new_password:
      return new_password_replied(model, commands, request.asked_on, reply);
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

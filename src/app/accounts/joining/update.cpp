#include "app/accounts/joining/update.h"

#include "app/accounts/mail_link/update.h"
#include "app/accounts/password_reset/update.h"
#include "app/accounts/registration/update.h"
#include "app/accounts/requests.h"
#include "base/visit.h"

namespace laurel::app::accounts {
namespace {

struct JoiningDispatch {
  Model& model;
  Commands& commands;

  void operator()(const RegisterPressed&) const { register_pressed(model, commands); }
  void operator()(const CertificateSearchPressed&) const {
    certificate_search_pressed(model, commands);
  }
  void operator()(const RegistrationCompleted&) const { registration_completed(model, commands); }
  void operator()(const ActivationMailWanted&) const { activation_mail_wanted(model, commands); }
  void operator()(const MailLinkPressed&) const { mail_link_pressed(model, commands); }
  void operator()(const PasswordResetPressed&) const { password_reset_pressed(model, commands); }
  void operator()(const NewPasswordPressed&) const { new_password_pressed(model, commands); }
};

}  // namespace

void open_joining(Model& model, Commands&) {
  switch (model.route.view) {
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

void update_joining(Model& model, Commands& commands, const JoiningAction& action) {
  base::visit(JoiningDispatch{model, commands}, action);
}

void joining_replied(Model& model, Commands& commands, const Request& request,
                     const Reply& reply) {
  switch (request.purpose.as<JoiningPurpose>()) {
    case JoiningPurpose::register_member:
      return register_replied(model, commands, reply);
    case JoiningPurpose::search_certificates:
      return certificate_search_replied(model, commands, reply);
    case JoiningPurpose::complete_registration:
      return completion_replied(model, commands, reply);
    case JoiningPurpose::send_activation_mail:
      return activation_mail_replied(model, commands, reply);
    case JoiningPurpose::press_mail_link:
      return mail_link_replied(model, commands, request.asked_on, reply);
    case JoiningPurpose::ask_for_new_password:
      return password_reset_replied(model, commands, request.asked_on, reply);
    case JoiningPurpose::set_new_password:
      return new_password_replied(model, commands, request.asked_on, reply);
  }
}

}  // namespace laurel::app::accounts

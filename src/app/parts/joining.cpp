#include "app/transition.h"
#include "base/visit.h"

namespace laurel::app {
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

void joining_happened(Model& model, Commands& commands, const JoiningAction& action) {
  base::visit(JoiningDispatch{model, commands}, action);
}

void joining_replied(Model& model, Commands& commands, const Request& request,
                     const Reply& reply) {
  switch (request.purpose) {
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
    default:
      return;  // of another part
  }
}

void open_joining_view(Model& model, Commands& /*commands*/) {
  switch (model.route.view) {
    case View::activation:
    case View::email_confirm:
    case View::newsletter_confirm:
    case View::newsletter_cancel:
      model.mail_link = {};
      model.drafts.mail_link = {};
      return;
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
      return;  // of another part
  }
}

}  // namespace laurel::app

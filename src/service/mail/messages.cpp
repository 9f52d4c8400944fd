#include "service/mail/messages.h"

#include "service/mail/letter.h"

namespace laurel::service {

std::string link_to(const Services& services, const domain::Association& association,
                    std::string_view fragment) {
  return services.config.public_address + "/" + association.id + "/#/" + std::string(fragment);
}

ports::Mail activation_mail(const Services& services, const domain::Association& association,
                            std::string_view token) {
  const std::string link = link_to(services, association, "activate/" + std::string(token));
  return rendered(
      {.subject = "Activate your " + association.platform + " account",
       .before = {"Thank you for registering at " + association.platform +
                      ". One step is left: open the page below and press \"Activate account\".",
                  "You can log in once your account is activated."},
       .links = {{"Activate account", link}},
       .after = {"The link works once, within 24 hours. If it has expired, register again.",
                 "You did not register? Then do nothing: without activation there is no account, "
                 "and what was typed is deleted."}},
      association);
}

ports::Mail already_member_mail(const Services& services,
                                const domain::Association& association) {
  return rendered(
      {.subject = "You already have a " + association.platform + " account",
       .before = {"Somebody, probably you, has just registered at " + association.platform +
                  " with this e-mail address. There is an account with it already, and nothing "
                  "about it has changed."},
       .links = {{"Log in", link_to(services, association, "login")},
                 {"Choose a new password", link_to(services, association, "forgot-password")}},
       .after = {"It was not you? Then do nothing: nobody has learnt that you have an account."}},
      association);
}

ports::Mail password_reset_mail(const Services& services, const domain::Association& association,
                                std::string_view token) {
  const std::string link = link_to(services, association, "reset-password/" + std::string(token));
  return rendered(
      {.subject = "Choose a new " + association.platform + " password",
       .before = {"Somebody, probably you, has asked for a new password for your account at " +
                  association.platform + "."},
       .links = {{"Choose a new password", link}},
       .after = {"The link works once, within one hour.",
                 "It was not you? Then do nothing: your password stays as it is."}},
      association);
}

ports::Mail no_account_mail(const Services& services, const domain::Association& association) {
  return rendered(
      {.subject = "No " + association.platform + " account with this address",
       .before = {"Somebody, probably you, has asked for a new password at " +
                      association.platform + ". There is no account with this e-mail address.",
                  "Perhaps you have registered with another address, or have not registered yet."},
       .links = {{"Register", link_to(services, association, "register")}},
       .after = {"It was not you? Then do nothing."}},
      association);
}

ports::Mail password_changed_mail(const Services& services,
                                  const domain::Association& association) {
  return rendered(
      {.subject = "Your " + association.platform + " password was changed",
       .before = {"The password of your account at " + association.platform +
                  " has just been changed, and every device was signed out."},
       .links = {{"Log in", link_to(services, association, "login")}},
       .after = {"It was not you? Choose a new password at once with \"Forgot password?\", and "
                 "write to us."}},
      association);
}

ports::Mail newsletter_mail(const Services& services, const domain::Association& association,
                            std::string_view token) {
  const std::string link =
      link_to(services, association, "newsletter/confirm/" + std::string(token));
  return rendered(
      {.subject = "Confirm your subscription to the " + association.platform + " newsletter",
       .before = {"Somebody, probably you, has asked for the newsletter of " +
                  association.platform + ". One step is left: open the page below and press "
                  "\"Confirm your subscription\"."},
       .links = {{"Confirm your subscription", link}},
       .after = {"The link works for a week.",
                 "It was not you? Then do nothing: without the confirmation you get no "
                 "newsletter."}},
      association);
}

ports::Mail already_subscribed_mail(const Services& services,
                                    const domain::Association& association,
                                    std::string_view unsubscribe) {
  const std::string link =
      link_to(services, association, "newsletter/unsubscribe/" + std::string(unsubscribe));
  return rendered(
      {.subject = "You already get the " + association.platform + " newsletter",
       .before = {"Somebody, probably you, has asked for the newsletter of " +
                      association.platform +
                      ". This e-mail address gets it already, and nothing has changed.",
                  "If you do not want it any more, unsubscribe:"},
       .links = {{"Unsubscribe", link}},
       .after = {"It was not you? Then do nothing."}},
      association);
}

}  // namespace laurel::service

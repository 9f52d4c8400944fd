#include "service/accounts/letters.h"

#include "service/mail/letter.h"
#include "service/mail/links.h"
#include "service/mail/wording.h"

namespace laurel::service::accounts {
namespace {

using mail::MailMessage;
using mail::say;

}  // namespace

ports::Mail activation_mail(const kernel::Services& services,
                            const domain::Association& association, std::string_view token,
                            Newsletter newsletter) {
  const std::string link = mail::link_to(services, association, "activate/" + std::string(token));
  mail::Letter letter{.subject = say(association, MailMessage::activation_subject),
                      .before = {say(association, MailMessage::activation_thanks),
                                 say(association, MailMessage::activation_then)},
                      .links = {{say(association, MailMessage::activation_link), link}},
                      .after = {say(association, MailMessage::activation_lasts),
                                say(association, MailMessage::activation_not_you)}};
  if (newsletter == Newsletter::wanted) {
    letter.before.push_back(say(association, MailMessage::activation_newsletter));
  }
  return mail::rendered(letter, association);
}

ports::Mail already_member_mail(const kernel::Services& services,
                                const domain::Association& association) {
  return mail::rendered({.subject = say(association, MailMessage::already_member_subject),
                         .before = {say(association, MailMessage::already_member_text)},
                         .links = {{say(association, MailMessage::link_log_in),
                                    mail::link_to(services, association, "login")},
                                   {say(association, MailMessage::link_new_password),
                                    mail::link_to(services, association, "forgot-password")}},
                         .after = {say(association, MailMessage::already_member_not_you)}},
                        association);
}

ports::Mail password_reset_mail(const kernel::Services& services,
                                const domain::Association& association, std::string_view token) {
  const std::string link =
      mail::link_to(services, association, "reset-password/" + std::string(token));
  return mail::rendered({.subject = say(association, MailMessage::password_reset_subject),
                         .before = {say(association, MailMessage::password_reset_text)},
                         .links = {{say(association, MailMessage::link_new_password), link}},
                         .after = {say(association, MailMessage::password_reset_lasts),
                                   say(association, MailMessage::password_reset_not_you)}},
                        association);
}

ports::Mail no_account_mail(const kernel::Services& services,
                            const domain::Association& association) {
  return mail::rendered({.subject = say(association, MailMessage::no_account_subject),
                         .before = {say(association, MailMessage::no_account_text),
                                    say(association, MailMessage::no_account_perhaps)},
                         .links = {{say(association, MailMessage::link_register),
                                    mail::link_to(services, association, "register")}},
                         .after = {say(association, MailMessage::not_you)}},
                        association);
}

ports::Mail password_changed_mail(const kernel::Services& services,
                                  const domain::Association& association) {
  return mail::rendered({.subject = say(association, MailMessage::password_changed_subject),
                         .before = {say(association, MailMessage::password_changed_text)},
                         .links = {{say(association, MailMessage::link_log_in),
                                    mail::link_to(services, association, "login")}},
                         .after = {say(association, MailMessage::password_changed_not_you)}},
                        association);
}

ports::Mail own_password_changed_mail(const kernel::Services& services,
                                      const domain::Association& association) {
  return mail::rendered({.subject = say(association, MailMessage::password_changed_subject),
                         .before = {say(association, MailMessage::own_password_changed_text)},
                         .links = {{say(association, MailMessage::link_new_password),
                                    mail::link_to(services, association, "forgot-password")}},
                         .after = {say(association, MailMessage::own_password_changed_not_you)}},
                        association);
}

ports::Mail email_change_mail(const kernel::Services& services,
                              const domain::Association& association, std::string_view token) {
  const std::string link =
      mail::link_to(services, association, "email/confirm/" + std::string(token));
  return mail::rendered({.subject = say(association, MailMessage::email_change_subject),
                         .before = {say(association, MailMessage::email_change_text)},
                         .links = {{say(association, MailMessage::email_change_link), link}},
                         .after = {say(association, MailMessage::email_change_lasts),
                                   say(association, MailMessage::email_change_not_you)}},
                        association);
}

ports::Mail email_taken_mail(const kernel::Services& services,
                             const domain::Association& association) {
  return mail::rendered({.subject = say(association, MailMessage::email_taken_subject),
                         .before = {say(association, MailMessage::email_taken_text)},
                         .links = {{say(association, MailMessage::link_log_in),
                                    mail::link_to(services, association, "login")}},
                         .after = {say(association, MailMessage::email_taken_not_you)}},
                        association);
}

ports::Mail email_change_asked_mail(const kernel::Services& services,
                                    const domain::Association& association) {
  return mail::rendered({.subject = say(association, MailMessage::email_change_asked_subject),
                         .before = {say(association, MailMessage::email_change_asked_text)},
                         .links = {{say(association, MailMessage::link_new_password),
                                    mail::link_to(services, association, "forgot-password")}},
                         .after = {say(association, MailMessage::email_change_asked_not_you)}},
                        association);
}

ports::Mail email_changed_mail(const kernel::Services& services,
                               const domain::Association& association) {
  return mail::rendered({.subject = say(association, MailMessage::email_changed_subject),
                         .before = {say(association, MailMessage::email_changed_text)},
                         .links = {{say(association, MailMessage::link_log_in),
                                    mail::link_to(services, association, "login")}},
                         .after = {say(association, MailMessage::email_changed_not_you)}},
                        association);
}

}  // namespace laurel::service::accounts

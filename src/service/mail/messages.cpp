#include "service/mail/messages.h"

#include "protocol/routes.h"
#include "service/mail/letter.h"
#include "service/mail/wording.h"

namespace laurel::service {
namespace {

using enum MailMessage;

std::string unsubscribe_page(const Services& services, const domain::Association& association,
                             std::string_view token) {
  return link_to(services, association, "newsletter/unsubscribe/" + std::string(token));
}

/// "IPMA Level C – Certified Project Manager (SI-23-C-00417)". Never its owner's name: who gets the
/// mail may be somebody else.
std::string named(const domain::Certificate& certificate) {
  return certificate.title + " (" + certificate.number + ")";
}

LetterLink certificates_page(const Services& services, const domain::Association& association) {
  return {say(association, link_certificates), link_to(services, association, "certificates")};
}

}  // namespace

std::string link_to(const Services& services, const domain::Association& association,
                    std::string_view fragment) {
  return services.config.public_address + "/" + association.id + "/#/" + std::string(fragment);
}

std::string certificate_link(const Services& services, const domain::Association& association,
                             const domain::Certificate& certificate) {
  return link_to(services, association,
                 "certificates/" + protocol::percent_encoded(certificate.number));
}

ports::Mail activation_mail(const Services& services, const domain::Association& association,
                            std::string_view token, Newsletter newsletter) {
  const std::string link = link_to(services, association, "activate/" + std::string(token));
  Letter letter{.subject = say(association, activation_subject),
                .before = {say(association, activation_thanks), say(association, activation_then)},
                .links = {{say(association, activation_link), link}},
                .after = {say(association, activation_lasts),
                          say(association, activation_not_you)}};
  if (newsletter == Newsletter::wanted) {
    letter.before.push_back(say(association, activation_newsletter));
  }
  return rendered(letter, association);
}

ports::Mail already_member_mail(const Services& services,
                                const domain::Association& association) {
  return rendered({.subject = say(association, already_member_subject),
                   .before = {say(association, already_member_text)},
                   .links = {{say(association, link_log_in),
                              link_to(services, association, "login")},
                             {say(association, link_new_password),
                              link_to(services, association, "forgot-password")}},
                   .after = {say(association, already_member_not_you)}},
                  association);
}

ports::Mail password_reset_mail(const Services& services, const domain::Association& association,
                                std::string_view token) {
  const std::string link = link_to(services, association, "reset-password/" + std::string(token));
  return rendered({.subject = say(association, password_reset_subject),
                   .before = {say(association, password_reset_text)},
                   .links = {{say(association, link_new_password), link}},
                   .after = {say(association, password_reset_lasts),
                             say(association, password_reset_not_you)}},
                  association);
}

ports::Mail no_account_mail(const Services& services, const domain::Association& association) {
  return rendered({.subject = say(association, no_account_subject),
                   .before = {say(association, no_account_text),
                              say(association, no_account_perhaps)},
                   .links = {{say(association, link_register),
                              link_to(services, association, "register")}},
                   .after = {say(association, not_you)}},
                  association);
}

ports::Mail password_changed_mail(const Services& services,
                                  const domain::Association& association) {
  return rendered({.subject = say(association, password_changed_subject),
                   .before = {say(association, password_changed_text)},
                   .links = {{say(association, link_log_in),
                              link_to(services, association, "login")}},
                   .after = {say(association, password_changed_not_you)}},
                  association);
}

ports::Mail own_password_changed_mail(const Services& services,
                                      const domain::Association& association) {
  return rendered({.subject = say(association, password_changed_subject),
                   .before = {say(association, own_password_changed_text)},
                   .links = {{say(association, link_new_password),
                              link_to(services, association, "forgot-password")}},
                   .after = {say(association, own_password_changed_not_you)}},
                  association);
}

ports::Mail email_change_mail(const Services& services, const domain::Association& association,
                              std::string_view token) {
  const std::string link = link_to(services, association, "email/confirm/" + std::string(token));
  return rendered({.subject = say(association, email_change_subject),
                   .before = {say(association, email_change_text)},
                   .links = {{say(association, email_change_link), link}},
                   .after = {say(association, email_change_lasts),
                             say(association, email_change_not_you)}},
                  association);
}

ports::Mail email_taken_mail(const Services& services, const domain::Association& association) {
  return rendered({.subject = say(association, email_taken_subject),
                   .before = {say(association, email_taken_text)},
                   .links = {{say(association, link_log_in),
                              link_to(services, association, "login")}},
                   .after = {say(association, email_taken_not_you)}},
                  association);
}

ports::Mail email_change_asked_mail(const Services& services,
                                    const domain::Association& association) {
  return rendered({.subject = say(association, email_change_asked_subject),
                   .before = {say(association, email_change_asked_text)},
                   .links = {{say(association, link_new_password),
                              link_to(services, association, "forgot-password")}},
                   .after = {say(association, email_change_asked_not_you)}},
                  association);
}

ports::Mail email_changed_mail(const Services& services, const domain::Association& association) {
  return rendered({.subject = say(association, email_changed_subject),
                   .before = {say(association, email_changed_text)},
                   .links = {{say(association, link_log_in),
                              link_to(services, association, "login")}},
                   .after = {say(association, email_changed_not_you)}},
                  association);
}

ports::Mail claim_approved_mail(const Services& services, const domain::Association& association,
                                const domain::Certificate& certificate) {
  return rendered({.subject = say(association, claim_approved_subject),
                   .before = {say(association, claim_approved_text), named(certificate)},
                   .links = {certificates_page(services, association)}},
                  association);
}

ports::Mail claim_declined_mail(const Services& services, const domain::Association& association,
                                const domain::Certificate& certificate, std::string_view reason) {
  Letter letter{.subject = say(association, claim_declined_subject),
                .before = {say(association, claim_declined_text), named(certificate)},
                .links = {certificates_page(services, association)},
                .after = {say(association, claim_mistake)}};
  if (!reason.empty()) {
    letter.before.push_back(say(association, claim_declined_reason) + " " + std::string(reason));
  }
  return rendered(letter, association);
}

ports::Mail certificate_moved_mail(const Services& services,
                                   const domain::Association& association,
                                   const domain::Certificate& certificate) {
  return rendered({.subject = say(association, certificate_moved_subject),
                   .before = {say(association, certificate_moved_text), named(certificate)},
                   .links = {certificates_page(services, association)},
                   .after = {say(association, claim_mistake)}},
                  association);
}

ports::Mail reminder_mail(const Services& services, const domain::Association& association,
                          const domain::Certificate& certificate) {
  const std::string date = say_date(association, certificate.valid_until);
  Letter letter{.subject = say(association, reminder_subject, {{"date", date}}),
                .before = {say(association, reminder_text, {{"date", date}}), named(certificate)},
                .links = {{say(association, MailMessage::link_certificate),
                           certificate_link(services, association, certificate)}},
                .after = {say(association, reminder_then)}};
  const auto rule = domain::recertification_of(certificate.level);
  const auto window = domain::renewal_window(certificate);
  letter.before.push_back(
      rule && window
          ? say(association, reminder_renewal,
                {{"hours", std::to_string(rule->training_hours)},
                 {"months", std::to_string(rule->practice_months)},
                 {"last", say_date(association, window->until)}})
          : say(association, reminder_no_renewal));
  return rendered(letter, association);
}

ports::Mail newsletter_mail(const Services& services, const domain::Association& association,
                            std::string_view token) {
  const std::string link =
      link_to(services, association, "newsletter/confirm/" + std::string(token));
  return rendered({.subject = say(association, newsletter_subject),
                   .before = {say(association, newsletter_text)},
                   .links = {{say(association, newsletter_link), link}},
                   .after = {say(association, newsletter_lasts),
                             say(association, newsletter_not_you)}},
                  association);
}

ports::Mail already_subscribed_mail(const Services& services,
                                    const domain::Association& association,
                                    std::string_view unsubscribe) {
  return rendered({.subject = say(association, already_subscribed_subject),
                   .before = {say(association, already_subscribed_text),
                              say(association, already_subscribed_out)},
                   .links = {{say(association, link_unsubscribe),
                              unsubscribe_page(services, association, unsubscribe)}},
                   .after = {say(association, not_you)}},
                  association);
}

ports::Mail newsletter_issue_mail(const Services& services,
                                  const domain::Association& association,
                                  const NewsletterText& text, std::string_view unsubscribe) {
  ports::Mail mail = rendered(
      {.subject = text.subject,
       .before = text.paragraphs,
       .footer = LetterFooter{say(association, issue_why),
                              {say(association, link_unsubscribe),
                               unsubscribe_page(services, association, unsubscribe)}}},
      association);
  mail.unsubscribe =
      services.config.public_address +
      protocol::path_of(protocol::newsletter_one_click, {association.id, unsubscribe});
  return mail;
}

}  // namespace laurel::service

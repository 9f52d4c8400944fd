#include "service/certificates/letters.h"

#include "protocol/route.h"
#include "service/mail/letter.h"
#include "service/mail/links.h"
#include "service/mail/wording.h"

namespace laurel::service::certificates {
namespace {

using mail::MailMessage;
using mail::say;

/// "IPMA Level C – Certified Project Manager (SI-23-C-00417)". Never its owner's name: who gets the
/// mail may be somebody else.
std::string named(const domain::Certificate& certificate) {
  return certificate.title + " (" + certificate.number + ")";
}

mail::LetterLink certificates_page(const kernel::Services& services,
                                   const domain::Association& association) {
  return {say(association, MailMessage::link_certificates),
          mail::link_to(services, association, "certificates")};
}

}  // namespace

std::string certificate_link(const kernel::Services& services,
                             const domain::Association& association,
                             const domain::Certificate& certificate) {
  return mail::link_to(services, association,
                       "certificates/" + protocol::percent_encoded(certificate.number));
}

ports::Mail claim_approved_mail(const kernel::Services& services,
                                const domain::Association& association,
                                const domain::Certificate& certificate) {
  return mail::rendered(
      {.subject = say(association, MailMessage::claim_approved_subject),
       .before = {say(association, MailMessage::claim_approved_text), named(certificate)},
       .links = {certificates_page(services, association)}},
      association);
}

ports::Mail claim_declined_mail(const kernel::Services& services,
                                const domain::Association& association,
                                const domain::Certificate& certificate, std::string_view reason) {
  mail::Letter letter{
      .subject = say(association, MailMessage::claim_declined_subject),
      .before = {say(association, MailMessage::claim_declined_text), named(certificate)},
      .links = {certificates_page(services, association)},
      .after = {say(association, MailMessage::claim_mistake)}};
  if (!reason.empty()) {
    letter.before.push_back(say(association, MailMessage::claim_declined_reason) + " " +
                            std::string(reason));
  }
  return mail::rendered(letter, association);
}

ports::Mail certificate_moved_mail(const kernel::Services& services,
                                   const domain::Association& association,
                                   const domain::Certificate& certificate) {
  return mail::rendered(
      {.subject = say(association, MailMessage::certificate_moved_subject),
       .before = {say(association, MailMessage::certificate_moved_text), named(certificate)},
       .links = {certificates_page(services, association)},
       .after = {say(association, MailMessage::claim_mistake)}},
      association);
}

ports::Mail reminder_mail(const kernel::Services& services, const domain::Association& association,
                          const domain::Certificate& certificate) {
  const std::string date = mail::say_date(association, certificate.valid_until);
  mail::Letter letter{.subject = say(association, MailMessage::reminder_subject, {{"date", date}}),
                      .before = {say(association, MailMessage::reminder_text, {{"date", date}}),
                                 named(certificate)},
                      .links = {{say(association, MailMessage::link_certificate),
                                 certificate_link(services, association, certificate)}},
                      .after = {say(association, MailMessage::reminder_then)}};
  const auto rule = domain::recertification_of(certificate.level);
  const auto window = domain::renewal_window(certificate);
  letter.before.push_back(rule && window
                              ? say(association, MailMessage::reminder_renewal,
                                    {{"hours", std::to_string(rule->training_hours)},
                                     {"months", std::to_string(rule->practice_months)},
                                     {"last", mail::say_date(association, window->until)}})
                              : say(association, MailMessage::reminder_no_renewal));
  return mail::rendered(letter, association);
}

}  // namespace laurel::service::certificates

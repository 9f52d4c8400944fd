#include "service/newsletter/letters.h"

#include "protocol/newsletter.h"
#include "service/mail/letter.h"
#include "service/mail/links.h"
#include "service/mail/wording.h"

namespace laurel::service::newsletter {
namespace {

using mail::MailMessage;
using mail::say;

std::string unsubscribe_page(const kernel::Services& services,
                             const domain::Association& association, std::string_view token) {
  return mail::link_to(services, association, "newsletter/unsubscribe/" + std::string(token));
}

}  // namespace

ports::Mail newsletter_mail(const kernel::Services& services,
                            const domain::Association& association, std::string_view token) {
  const std::string link =
      mail::link_to(services, association, "newsletter/confirm/" + std::string(token));
  return mail::rendered({.subject = say(association, MailMessage::newsletter_subject),
                         .before = {say(association, MailMessage::newsletter_text)},
                         .links = {{say(association, MailMessage::newsletter_link), link}},
                         .after = {say(association, MailMessage::newsletter_lasts),
                                   say(association, MailMessage::newsletter_not_you)}},
                        association);
}

ports::Mail already_subscribed_mail(const kernel::Services& services,
                                    const domain::Association& association,
                                    std::string_view unsubscribe) {
  return mail::rendered({.subject = say(association, MailMessage::already_subscribed_subject),
                         .before = {say(association, MailMessage::already_subscribed_text),
                                    say(association, MailMessage::already_subscribed_out)},
                         .links = {{say(association, MailMessage::link_unsubscribe),
                                    unsubscribe_page(services, association, unsubscribe)}},
                         .after = {say(association, MailMessage::not_you)}},
                        association);
}

ports::Mail newsletter_issue_mail(const kernel::Services& services,
                                  const domain::Association& association,
                                  const NewsletterText& text, std::string_view unsubscribe) {
  ports::Mail mail = mail::rendered(
      {.subject = text.subject,
       .before = text.paragraphs,
       .footer = mail::LetterFooter{say(association, MailMessage::issue_why),
                                    {say(association, MailMessage::link_unsubscribe),
                                     unsubscribe_page(services, association, unsubscribe)}}},
      association);
  mail.unsubscribe =
      services.config.public_address +
      protocol::path_of(protocol::newsletter_one_click, {association.id, unsubscribe});
  return mail;
}

}  // namespace laurel::service::newsletter

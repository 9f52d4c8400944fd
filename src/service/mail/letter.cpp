#include "service/mail/letter.h"

#include "base/html.h"
#include "service/mail/wording.h"

namespace laurel::service::mail {
namespace {

using base::escaped_html;

std::string text_of(const Letter& letter, const domain::Association& association) {
  std::string text = say(association, MailMessage::letter_greeting) + "\n\n";
  for (const std::string& paragraph : letter.before) text += paragraph + "\n\n";
  for (const LetterLink& link : letter.links) text += link.label + ":\n" + link.address + "\n\n";
  for (const std::string& paragraph : letter.after) text += paragraph + "\n\n";
  text += say(association, MailMessage::letter_questions) + "\n\n";
  if (letter.footer) {
    const LetterLink& link = letter.footer->link;
    text += letter.footer->text + "\n" + link.label + ":\n" + link.address + "\n\n";
  }
  return text + "-- \n" + association.platform + "\n" + association.name + "\n" +
         association.address + "\n";
}

std::string paragraph_html(const std::string& text) {
  return "<p style=\"margin:0 0 16px\">" + escaped_html(text) + "</p>\n";
}

std::string button_html(const LetterLink& link, const std::string& colour) {
  return "<p style=\"margin:24px 0\"><a href=\"" + escaped_html(link.address) +
         "\" style=\"display:inline-block;padding:12px 20px;border-radius:8px;color:#ffffff;"
         "text-decoration:none;font-weight:600;background:" + escaped_html(colour) + "\">" +
         escaped_html(link.label) + "</a></p>\n";
}

std::string footer_html(const LetterFooter& footer) {
  return "<p style=\"margin:16px 0 0;color:#57606a;font-size:14px\">" + escaped_html(footer.text) +
         " <a href=\"" + escaped_html(footer.link.address) + "\" style=\"color:#57606a\">" +
         escaped_html(footer.link.label) + "</a></p>\n";
}

std::string html_of(const Letter& letter, const domain::Association& association) {
  std::string html =
      "<!doctype html>\n<html lang=\"" + escaped_html(mail_language(association)) +
      "\"><head><meta charset=\"utf-8\"><title>" + escaped_html(letter.subject) +
      "</title></head>\n<body style=\"margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;"
      "color:#1b1f24;background:#ffffff\">\n<div style=\"max-width:560px;margin:0 auto\">\n" +
      paragraph_html(say(association, MailMessage::letter_greeting));
  for (const std::string& paragraph : letter.before) html += paragraph_html(paragraph);
  for (const LetterLink& link : letter.links) {
    html += button_html(link, association.brand.primary_light);
  }
  for (const std::string& paragraph : letter.after) html += paragraph_html(paragraph);
  html += paragraph_html(say(association, MailMessage::letter_questions));
  html += "<p style=\"margin:32px 0 0;color:#57606a;font-size:14px\">" +
          escaped_html(association.platform) + "<br>" + escaped_html(association.name) + "<br>" +
          escaped_html(association.address) + "</p>\n";
  if (letter.footer) html += footer_html(*letter.footer);
  return html + "</div>\n</body></html>\n";
}

}  // namespace

ports::Mail rendered(const Letter& letter, const domain::Association& association) {
  ports::Mail mail;
  mail.from_name = association.platform;
  mail.from = association.sender_email;
  mail.reply_to = association.contact_email;
  mail.subject = letter.subject;
  mail.text = text_of(letter, association);
  mail.html = html_of(letter, association);
  return mail;
}

}  // namespace laurel::service::mail

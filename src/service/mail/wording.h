// What mails say, from the catalogues in assets/messages: a mail names a message, the words live in
// the catalogue alone.
//
//   say(ipma, MailMessage::activation_subject) == "Activate your my.ipma account"
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/blanks.h"
#include "base/time.h"
#include "domain/association.h"
#include "service_tables/mail_messages_en.h"

namespace laurel::service::mail {

/// In the association's language, where there is a catalogue for it, else in English. {platform} and
/// {contact} are the association's.
[[nodiscard]] std::string say(const domain::Association& association, MailMessage message,
                              std::initializer_list<base::Blank> blanks = {});

/// "17 March 2029"
[[nodiscard]] std::string say_date(const domain::Association& association, base::Date day);

/// The language that it is said in (BCP 47).
[[nodiscard]] std::string_view mail_language(const domain::Association& association);

}  // namespace laurel::service::mail

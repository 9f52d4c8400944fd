#include "service/mail/wording.h"

#include <algorithm>

#include "base/blanks.h"

namespace laurel::service::mail {
namespace {

struct Catalogue {
  std::string_view language;
  const decltype(mail_messages_en)& texts;
};

constexpr std::array catalogues = {Catalogue{"en", mail_messages_en}};

const Catalogue& catalogue_of(const domain::Association& association) {
  const auto found =
      std::find_if(catalogues.begin(), catalogues.end(), [&](const Catalogue& one) {
        return one.language == association.language;
      });
  return found == catalogues.end() ? catalogues.front() : *found;
}

}  // namespace

std::string say(const domain::Association& association, MailMessage message,
                std::initializer_list<base::Blank> blanks) {
  const std::string text =
      base::filled(catalogue_of(association).texts[static_cast<std::size_t>(message)],
                   {{"platform", association.platform}, {"contact", association.contact_email}});
  return base::filled(text, blanks);
}

std::string say_date(const domain::Association& association, base::Date day) {
  const std::chrono::year_month_day date(day);
  const auto month = static_cast<MailMessage>(static_cast<unsigned>(MailMessage::month_1) +
                                              static_cast<unsigned>(date.month()) - 1);
  return say(association, MailMessage::date_long,
             {{"day", std::to_string(static_cast<unsigned>(date.day()))},
              {"month", say(association, month)},
              {"year", std::to_string(static_cast<int>(date.year()))}});
}

std::string_view mail_language(const domain::Association& association) {
  return catalogue_of(association).language;
}

}  // namespace laurel::service::mail

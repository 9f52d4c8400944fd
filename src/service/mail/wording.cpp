#include "service/mail/wording.h"

#include <algorithm>

#include "base/blanks.h"

namespace laurel::service {
namespace {

struct Catalogue {
  std::string_view language;
  const decltype(mail_messages_en)& texts;
};

constexpr std::array catalogues = {Catalogue{"en", mail_messages_en}};

const Catalogue& catalogue_of(const domain::Association& association) {
  const auto* const found =
      std::find_if(catalogues.begin(), catalogues.end(), [&](const Catalogue& one) {
        return one.language == association.language;
      });
  return found == catalogues.end() ? catalogues.front() : *found;
}

}  // namespace

std::string say(const domain::Association& association, MailMessage message) {
  return base::filled(catalogue_of(association).texts[static_cast<std::size_t>(message)],
                      {{"platform", association.platform},
                       {"contact", association.contact_email}});
}

std::string_view mail_language(const domain::Association& association) {
  return catalogue_of(association).language;
}

}  // namespace laurel::service

// Sending a newsletter: a mail for each subscriber goes to the outbox.
//
//   const auto text = read_newsletter("News in May", file);
//   const auto issued = send_newsletter(services, ipma, *text);
//   issued->mails == 120, issued->mails_before == 0
//
// A hundred subscribers are one transaction, with how far it has come. So a run that was ended
// midway is gone on with by running it again, and the same subject and text is never sent twice;
// who subscribes after the first run gets the next newsletter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "service/kernel/services.h"
#include "service/newsletter/letters.h"

namespace laurel::service::newsletter {

/// Paragraphs are what blank lines part; the lines of one are joined. Errors: `invalid_input` for
/// what is empty, no UTF-8, or a subject of several lines.
[[nodiscard]] base::Result<NewsletterText> read_newsletter(std::string_view subject,
                                                           std::string_view text);

struct Issued {
  std::int64_t mails = 0;         // that were written now
  std::int64_t mails_before = 0;  // that earlier runs have written
};

/// Errors: `invalid_input` for a text that is too long for a mail.
[[nodiscard]] base::Result<Issued> send_newsletter(kernel::Services& services,
                                                   const domain::Association& association,
                                                   const NewsletterText& text);

}  // namespace laurel::service::newsletter

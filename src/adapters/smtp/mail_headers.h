// A mail's headers (RFC 5322), encoded so that no text can add one.
//
//   mail_headers(mail, now) == {"From: \"my.ipma\" <noreply@ipma.example>", "To: …", …}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "ports/mailer.h"

namespace laurel::adapters::smtp {

/// One line for each header, without line breaks. Errors: `invalid_input` for an address with white
/// space, control characters or angle brackets.
[[nodiscard]] base::Result<std::vector<std::string>> mail_headers(const ports::Mail& mail,
                                                                  base::Instant now);

/// Text of a header: as it is where it is ASCII, else in encoded words (RFC 2047). Control
/// characters become spaces.
[[nodiscard]] std::string header_text(std::string_view text);

}  // namespace laurel::adapters::smtp

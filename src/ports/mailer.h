// Mail on its way out, and who carries it.
#pragma once

#include <string>
#include <vector>

#include "base/codec.h"
#include "base/result.h"

namespace laurel::ports {

inline constexpr std::size_t max_mail_text_bytes = 64 * 1024;
inline constexpr std::size_t max_mail_html_bytes = 128 * 1024;

/// One message to one person, in UTF-8. Addresses are normalised (domain/email.h), so they hold no
/// line break; the adapter encodes every other header, so that no text can add one.
struct Mail {
  std::string message_id;  // "<…@…>": the same at every try, so that a repeat is known as one
  std::string from_name;
  std::string from;
  std::string reply_to;
  std::string to;
  std::string subject;
  std::string text;
  std::string html;
  std::string unsubscribe;  // where mail programs post (RFC 8058); empty for what is no newsletter

  static constexpr auto fields() {
    return std::tuple{base::field("message_id", &Mail::message_id),
                      base::field("from_name", &Mail::from_name),
                      base::field("from", &Mail::from),
                      base::field("reply_to", &Mail::reply_to),
                      base::field("to", &Mail::to),
                      base::field("subject", &Mail::subject),
                      base::field("text", &Mail::text, {.max_bytes = max_mail_text_bytes}),
                      base::field("html", &Mail::html, {.max_bytes = max_mail_html_bytes}),
                      base::field("unsubscribe", &Mail::unsubscribe)};
  }
};

class Mailer {
 public:
  virtual ~Mailer() = default;

  /// Returns when the next server has taken the mail over. Errors: `unavailable`, with the reason
  /// for the log; who calls tries again later. `cancelled`: the program ends, this was no try.
  [[nodiscard]] virtual base::Status send(const Mail& mail) = 0;
};

}  // namespace laurel::ports

// The mails that were sent, for development and the demo: there is no mail server to send them to.
#pragma once

#include <string>
#include <vector>

#include "base/codec.h"
#include "base/time.h"
#include "protocol/endpoint.h"

namespace laurel::protocol {

struct DevMail {
  std::string to;
  std::string subject;
  std::string text;
  std::vector<std::string> links;  // the addresses in the text
  base::Instant written;

  static constexpr auto fields() {
    return std::tuple{base::field("to", &DevMail::to), base::field("subject", &DevMail::subject),
                      base::field("text", &DevMail::text, {.max_bytes = 64 * 1024}),
                      base::field("links", &DevMail::links),
                      base::field("written", &DevMail::written)};
  }
};

struct DevMailboxResponse {
  std::vector<DevMail> messages;  // the newest first

  static constexpr auto fields() {
    return std::tuple{base::field("messages", &DevMailboxResponse::messages)};
  }
};

// ---- endpoints ----

inline constexpr Endpoint<Audience::visitor, Nothing, DevMailboxResponse> dev_mailbox{
    {Method::get, "/api/v1/dev/mailbox", "The mails of a server for development, and of the demo",
     "readDevMailbox", "service"},
    200,
    {ProblemCode::not_found}};

}  // namespace laurel::protocol

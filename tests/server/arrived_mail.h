// What the SMTP server of a test has read out of a mail (tests/server/smtp_server.py).
//
//   const auto mail = arrived(smtp, 0);
//   CHECK(header_of(mail, "Subject") == "…");
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "base/json_reader.h"
#include "tests/server/smtp_process.h"

namespace laurel::tests {

/// "text", "html", "type" or "sender".
inline std::string text_of(const base::JsonValue& mail, const char* key) {
  return std::get<std::string>(mail.find(key)->data);
}

/// The header's value; empty where the mail has none or several.
inline std::string header_of(const base::JsonValue& mail, const std::string& name) {
  std::vector<std::string> found;
  for (const auto& header : std::get<base::JsonArray>(mail.find("headers")->data)) {
    const auto& pair = std::get<base::JsonArray>(header.data);
    if (std::get<std::string>(pair[0].data) == name) {
      found.push_back(std::get<std::string>(pair[1].data));
    }
  }
  return found.size() == 1 ? found.front() : "";
}

inline base::JsonValue arrived(const SmtpProcess& smtp, int number) {
  auto mail = base::parse_json(smtp.mail(number));
  REQUIRE(mail);
  return std::move(*mail);
}

}  // namespace laurel::tests

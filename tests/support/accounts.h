// Changing a password and an e-mail address as a signed-in browser does.
#pragma once

#include <string>

#include <doctest/doctest.h>

#include "protocol/accounts/account.h"
#include "tests/support/registering.h"

namespace laurel::tests {

inline protocol::Response change_password(Browser& browser, const std::string& current,
                                          const std::string& chosen, const std::string& key = "") {
  return browser.post("/api/v1/ipma/password",
                      base::encode_json(protocol::PasswordChange{current, chosen}), key);
}

inline protocol::Response change_email(Browser& browser, const std::string& email,
                                       const std::string& password, const std::string& key = "") {
  return browser.post("/api/v1/ipma/email",
                      base::encode_json(protocol::EmailChange{email, password}), key);
}

inline protocol::Response confirm_email(Browser& browser,
                                        const protocol::EmailConfirmation& request,
                                        const std::string& key = "",
                                        const std::string& association = "ipma") {
  return browser.post("/api/v1/" + association + "/email/confirmations",
                      base::encode_json(request), key);
}

/// As a browser does that is signed in.
inline protocol::Response confirm_email(Browser& browser, const std::string& token,
                                        const std::string& key = "",
                                        const std::string& association = "ipma") {
  return confirm_email(browser, protocol::EmailConfirmation{token}, key, association);
}

/// The newest mail to this address.
inline ports::Mail mail_to(Backend& backend, const std::string& address) {
  const auto all = mails(backend);
  for (auto mail = all.rbegin(); mail != all.rend(); ++mail) {
    if (mail->to == address) return *mail;
  }
  REQUIRE_MESSAGE(false, "no mail to ", address);
  return {};
}

/// The token of the newest mail to `email`.
inline std::string confirmation_in_mail(Backend& backend, const std::string& email) {
  const std::string text = mail_to(backend, email).text;
  const std::string start = origin() + "/ipma/#/email/confirm/";
  const std::size_t at = text.find(start);
  REQUIRE(at != std::string::npos);
  return text.substr(at + start.size(), text.find('\n', at) - at - start.size());
}

/// The token of the link that gives the member of the sample, who is signed in, this address.
inline std::string email_change_token(Backend& backend, Browser& browser,
                                      const std::string& email) {
  REQUIRE(change_email(browser, email, backend.sample.password).status == 202);
  return confirmation_in_mail(backend, email);
}

}  // namespace laurel::tests

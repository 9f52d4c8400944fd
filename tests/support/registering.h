// Registering as a browser does, and reading the mails that come of it.
#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "protocol/accounts/password_reset.h"
#include "protocol/accounts/registration.h"
#include "protocol/mail.h"
#include "protocol/problem.h"
#include "service/mail/records.h"
#include "service/store/keys.h"
#include "service/store/records.h"
#include "tests/support/backend.h"

namespace laurel::tests {

inline const std::string& registrations_path() {
  static const std::string path = "/api/v1/ipma/registrations";
  return path;
}

/// A form that breaks no rule.
inline protocol::RegistrationRequest ana() {
  return {"Ana", "Kos", "ana.kos@example.org", "SI", "blue-heron-at-dawn", "2026-11"};
}

inline protocol::Response register_as(Browser& browser, const protocol::RegistrationRequest& form,
                                      const std::string& key = "") {
  return browser.post(registrations_path(), base::encode_json(form), key);
}

/// The token that step 1 gives.
inline std::string registration_of(const protocol::Response& response) {
  REQUIRE(response.status == 201);
  const auto decoded = base::decode_json<protocol::RegistrationResponse>(response.body);
  REQUIRE(decoded);
  return decoded->registration;
}

inline protocol::Response complete(Browser& browser, const std::string& registration,
                                   const std::vector<std::string>& certificates = {},
                                   bool newsletter = false, const std::string& key = "") {
  return browser.post(registrations_path() + "/complete",
                      base::encode_json(protocol::RegistrationCompletion{registration, certificates,
                                                                         newsletter}),
                      key);
}

inline protocol::Response activate(Browser& browser, const protocol::ActivationRequest& request,
                                   const std::string& key = "",
                                   const std::string& association = "ipma") {
  return browser.post("/api/v1/" + association + "/activations", base::encode_json(request), key);
}

/// As another browser than the one that registered does.
inline protocol::Response activate(Browser& browser, const std::string& token,
                                   const std::string& password = ana().password) {
  return activate(browser, protocol::ActivationRequest{token, std::nullopt, password});
}

inline protocol::Response ask_for_reset(Browser& browser, const std::string& email) {
  return browser.post("/api/v1/ipma/password-resets",
                      base::encode_json(protocol::PasswordResetRequest{email}));
}

inline protocol::Response choose_password(Browser& browser, const std::string& token,
                                          const std::string& password,
                                          const std::string& key = "") {
  return browser.post("/api/v1/ipma/password-resets/complete",
                      base::encode_json(protocol::PasswordResetCompletion{token, password}), key);
}

/// Every record of the collection that has an expiry, soonest first.
template <class R>
std::vector<R> all_of(Backend& backend, const ports::Index& index = service::store::by_expiry) {
  std::vector<R> records;
  REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
    const auto stored = transaction.range(R::collection(), index, "", "~", 10'000);
    if (!stored) return tl::unexpected(stored.error());
    for (const auto& one : *stored) {
      auto record = service::store::decode_record<R>(one);
      if (!record) return tl::unexpected(record.error());
      records.push_back(std::move(*record));
    }
    return {};
  }));
  return records;
}

/// What waits to be sent, the oldest first. Mails of the same moment come in no order.
inline std::vector<ports::Mail> mails(Backend& backend) {
  std::vector<ports::Mail> mails;
  for (auto& record : all_of<service::mail::OutboxRecord>(backend)) {
    mails.push_back(std::move(record.mail));
  }
  return mails;
}

/// The token in the newest mail's link to `view`: "activate", "reset-password".
inline std::string token_in_mail(Backend& backend, const std::string& view) {
  const auto all = mails(backend);
  REQUIRE_FALSE(all.empty());
  const std::string start = origin() + "/ipma/#/" + view + "/";
  const std::size_t at = all.back().text.find(start);
  REQUIRE(at != std::string::npos);
  const std::size_t end = all.back().text.find('\n', at);
  return all.back().text.substr(at + start.size(), end - at - start.size());
}

inline protocol::Problem problem_in(const protocol::Response& response) {
  CHECK(response.content_type == "application/problem+json");
  const auto problem = base::decode_json<protocol::Problem>(response.body);
  REQUIRE(problem);
  CHECK(problem->status == response.status);
  return *problem;
}

/// "email missing, country invalid"
inline std::string errors_in(const protocol::Response& response) {
  const auto problem = problem_in(response);
  CHECK(problem.code == protocol::ProblemCode::invalid);
  REQUIRE(problem.errors);
  std::string text;
  for (const auto& error : *problem.errors) {
    if (!text.empty()) text += ", ";
    text += error.field + " " + std::string(base::name_of(error.code));
  }
  return text;
}

/// Registers, with what was ticked, and activates.
inline void become_member(Backend& backend, Browser& browser,
                          const protocol::RegistrationRequest& form,
                          const std::vector<std::string>& certificates = {}) {
  const std::string registration = registration_of(register_as(browser, form));
  REQUIRE(complete(browser, registration, certificates).status == 202);
  const std::string token = token_in_mail(backend, "activate");
  REQUIRE(activate(browser, protocol::ActivationRequest{token, registration}).status == 200);
}

}  // namespace laurel::tests

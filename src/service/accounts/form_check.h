// Rules of forms, as errors at their fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/association.h"
#include "domain/content.h"
#include "domain/free_text.h"
#include "protocol/problem.h"

namespace laurel::service::accounts {

using FieldErrors = std::vector<protocol::FieldError>;

/// Whose password it will be.
struct PasswordOwner {
  std::string_view first_name;
  std::string_view last_name;
  std::string_view email;
};

/// `name` is trimmed.
void check_name(std::string_view field, std::string_view name, FieldErrors& errors);

/// The normalised address, or what was typed, with an error.
[[nodiscard]] std::string check_email(std::string_view field, std::string_view email,
                                      FieldErrors& errors);

/// Some text that may be empty; `text` is tidy (domain/free_text.h).
void check_text(std::string_view field, std::string_view text, std::size_t max_code_points,
                domain::Lines lines, FieldErrors& errors);

/// ISO 3166-1 alpha-2.
void check_country(std::string_view field, std::string_view country, FieldErrors& errors);

/// Empty, or the short name of one that the association has.
void check_member_association(std::string_view field, std::string_view short_name,
                              const domain::Content& content, FieldErrors& errors);

/// domain/password_rule.h, with the common passwords of cmake/common_passwords.py.
void check_password(std::string_view field, std::string_view password, const PasswordOwner& owner,
                    const domain::Association& association, FieldErrors& errors);

}  // namespace laurel::service::accounts

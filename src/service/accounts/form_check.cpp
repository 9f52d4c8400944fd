#include "service/accounts/form_check.h"

#include <algorithm>

#include "base/utf8.h"
#include "domain/country.h"
#include "domain/email.h"
#include "domain/password_rule.h"
#include "domain/person_name.h"
#include "service_tables/common_passwords.h"

namespace laurel::service::accounts {
namespace {

using protocol::FieldCode;

void add(FieldErrors& errors, std::string_view field, FieldCode code) {
  errors.push_back({std::string(field), code});
}

FieldCode code_of(domain::PasswordFault fault) {
  switch (fault) {
    case domain::PasswordFault::too_short: return FieldCode::too_short;
    case domain::PasswordFault::too_long: return FieldCode::too_long;
    case domain::PasswordFault::too_common: return FieldCode::too_common;
    case domain::PasswordFault::too_personal: break;
  }
  return FieldCode::too_personal;
}

FieldCode code_of(domain::NameFault fault) {
  switch (fault) {
    case domain::NameFault::missing: return FieldCode::missing;
    case domain::NameFault::too_long: return FieldCode::too_long;
    case domain::NameFault::invalid: break;
  }
  return FieldCode::invalid;
}

}  // namespace

void check_name(std::string_view field, std::string_view name, FieldErrors& errors) {
  if (const auto fault = domain::name_fault(name)) add(errors, field, code_of(*fault));
}

void check_text(std::string_view field, std::string_view text, std::size_t max_code_points,
                domain::Lines lines, FieldErrors& errors) {
  const auto fault = domain::text_fault(text, max_code_points, lines);
  if (!fault) return;
  add(errors, field,
      *fault == domain::TextFault::too_long ? FieldCode::too_long : FieldCode::invalid);
}

std::string check_email(std::string_view field, std::string_view email, FieldErrors& errors) {
  if (base::trim(email).empty()) {
    add(errors, field, FieldCode::missing);
    return {};
  }
  auto address = domain::parse_email(email);
  if (address) return std::move(*address);
  add(errors, field, FieldCode::invalid);
  return std::string(email);
}

void check_country(std::string_view field, std::string_view country, FieldErrors& errors) {
  if (country.empty()) return add(errors, field, FieldCode::missing);
  if (!domain::is_country(country)) add(errors, field, FieldCode::invalid);
}

void check_member_association(std::string_view field, std::string_view short_name,
                              const domain::Content& content, FieldErrors& errors) {
  const auto& known = content.member_associations;
  const bool is_known = std::any_of(known.begin(), known.end(), [short_name](const auto& one) {
    return one.short_name == short_name;
  });
  if (!short_name.empty() && !is_known) add(errors, field, FieldCode::invalid);
}

void check_password(std::string_view field, std::string_view password, const PasswordOwner& owner,
                    const domain::Association& association, FieldErrors& errors) {
  if (password.empty()) return add(errors, field, FieldCode::missing);
  const auto words =
      domain::personal_words({owner.first_name, owner.last_name, owner.email, association.name,
                              association.short_name, association.platform});
  const auto fault = domain::password_fault(password, words, common_passwords);
  if (fault) add(errors, field, code_of(*fault));
}

}  // namespace laurel::service::accounts

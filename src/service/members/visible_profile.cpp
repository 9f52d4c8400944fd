#include "service/members/visible_profile.h"

#include "domain/privacy.h"

namespace laurel::service::members {
namespace {

using protocol::VisibleProfile;

constexpr bool has_row(std::string_view field) {
  return std::any_of(domain::visibilities.begin(), domain::visibilities.end(),
                     [field](const domain::Visibility& one) { return one.field == field; });
}

constexpr bool every_field_has_a_row() {
  return std::apply([](const auto&... field) { return (has_row(field.name) && ...); },
                    VisibleProfile::fields());
}
static_assert(every_field_has_a_row(), "a field that others may see belongs into the table");

std::optional<std::string> if_given(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

void hide(VisibleProfile& visible, domain::Privacy privacy) {
  const auto hide_field = [&](const auto& field) {
    if (!domain::shows(privacy, field.name)) visible.*field.member = {};
  };
  std::apply([&](const auto&... field) { (hide_field(field), ...); }, VisibleProfile::fields());
}

}  // namespace

VisibleProfile visible_profile(const ProfileRecord& record, const std::string& email,
                               std::vector<protocol::CertificateSummary> certificates,
                               domain::Privacy privacy) {
  const domain::Profile& profile = record.profile;
  VisibleProfile visible;
  visible.member_id = record.account;
  visible.first_name = profile.first_name;
  visible.last_name = profile.last_name;
  visible.email = if_given(email);
  visible.job_title = if_given(profile.job_title);
  visible.company = if_given(profile.company);
  visible.industry = if_given(profile.industry);
  visible.country_of_origin = if_given(profile.country_of_origin);
  visible.member_association = if_given(profile.member_association);
  visible.year_of_birth = profile.year_of_birth;
  visible.gender = profile.gender;
  visible.photo = record.photo;
  visible.biography = if_given(profile.biography);
  visible.certificates = std::move(certificates);
  hide(visible, privacy);
  return visible;
}

}  // namespace laurel::service::members

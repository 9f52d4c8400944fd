#include "app/members/profile/draft.h"

#include <array>
#include <charconv>

#include "app/countries.h"
#include "app/members/keys.h"
#include "base/utf8.h"

namespace laurel::app::members {
namespace {

std::string text_of(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}

std::string country_text(std::string_view code) {
  return code.empty() ? std::string() : country_name(code);
}

/// Reads the fields that are no texts, and notes those that cannot be read.
class Reading {
 public:
  std::string country(std::string_view key, std::string_view typed) {
    if (base::trim(typed).empty()) return {};
    const auto code = country_code(typed);
    if (!code) problems_.fields.push_back({key, Message::country_unknown});
    return code.value_or("");
  }

  std::optional<std::int64_t> number(std::string_view key, std::string_view typed) {
    const std::string_view digits = base::trim(typed);
    if (digits.empty()) return std::nullopt;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc() && end == digits.data() + digits.size()) return value;
    problems_.fields.push_back({key, Message::profile_no_number});
    return std::nullopt;
  }

  [[nodiscard]] FormProblems& problems() { return problems_; }

 private:
  FormProblems problems_;
};

struct Field {
  std::string_view key;
  Message label;
  std::string ProfileDraft::*text;
};

constexpr std::array fields = {
    Field{keys::profile_first_name, Message::registration_first_name, &ProfileDraft::first_name},
    Field{keys::profile_last_name, Message::registration_last_name, &ProfileDraft::last_name},
    Field{keys::profile_country, Message::registration_country, &ProfileDraft::country},
    Field{keys::profile_mobile, Message::profile_mobile, &ProfileDraft::mobile},
    Field{keys::profile_biography, Message::profile_biography, &ProfileDraft::biography},
    Field{keys::profile_country_of_origin, Message::member_country_of_origin,
          &ProfileDraft::country_of_origin},
    Field{keys::profile_member_association, Message::dashboard_member_association,
          &ProfileDraft::member_association},
    Field{keys::profile_gender, Message::member_gender, &ProfileDraft::gender},
    Field{keys::profile_year_of_birth, Message::member_year_of_birth,
          &ProfileDraft::year_of_birth},
    Field{keys::profile_job_title, Message::profile_job_title, &ProfileDraft::job_title},
    Field{keys::profile_company, Message::profile_company, &ProfileDraft::company},
    Field{keys::profile_industry, Message::member_industry, &ProfileDraft::industry},
    Field{keys::profile_years, Message::profile_years, &ProfileDraft::years_of_experience},
    Field{keys::profile_interests, Message::profile_interests, &ProfileDraft::interests},
    Field{keys::profile_privacy, Message::profile_privacy, &ProfileDraft::privacy}};

}  // namespace

ProfileDraft draft_of(const protocol::ProfileResponse& response) {
  const domain::Profile& profile = response.profile;
  return {.member_id = response.member_id.value,
          .first_name = profile.first_name,
          .last_name = profile.last_name,
          .country = country_text(profile.country),
          .country_of_origin = country_text(profile.country_of_origin),
          .member_association = profile.member_association,
          .mobile = profile.mobile,
          .biography = profile.biography,
          .gender = profile.gender ? std::string(base::name_of(*profile.gender)) : std::string(),
          .year_of_birth = text_of(profile.year_of_birth),
          .job_title = profile.job_title,
          .company = profile.company,
          .industry = profile.industry,
          .years_of_experience = text_of(profile.years_of_experience),
          .interests = profile.interests,
          .privacy = std::string(base::name_of(profile.privacy)),
          .revision = response.revision};
}

tl::expected<domain::Profile, FormProblems> profile_of(const ProfileDraft& draft) {
  Reading reading;
  domain::Profile profile;
  profile.first_name = draft.first_name;
  profile.last_name = draft.last_name;
  profile.country = reading.country(keys::profile_country, draft.country);
  profile.mobile = draft.mobile;
  profile.biography = draft.biography;
  profile.country_of_origin =
      reading.country(keys::profile_country_of_origin, draft.country_of_origin);
  profile.member_association = draft.member_association;
  profile.gender = base::enum_named<domain::Gender>(draft.gender);
  profile.year_of_birth = reading.number(keys::profile_year_of_birth, draft.year_of_birth);
  profile.job_title = draft.job_title;
  profile.company = draft.company;
  profile.industry = draft.industry;
  profile.years_of_experience = reading.number(keys::profile_years, draft.years_of_experience);
  profile.interests = draft.interests;
  profile.privacy = base::enum_named<domain::Privacy>(draft.privacy).value_or(profile.privacy);
  if (!reading.problems().empty()) return tl::unexpected(std::move(reading.problems()));
  return profile;
}

void label_problems(FormProblems& problems) {
  for (FieldError& error : problems.fields) {
    for (const Field& field : fields) {
      if (field.key == error.key) error.label = field.label;
    }
  }
}

bool has_unsaved_profile(const ProfileDraft& draft, const Profile& profile) {
  if (!profile.saved.content || draft.member_id.empty()) return false;
  ProfileDraft saved = draft_of(*profile.saved.content);
  saved.revision = draft.revision;  // that it was saved anew, saying the same, is no difference
  return draft != saved;
}

bool is_saved(const ProfileDraft& draft, const Profile& profile) {
  return profile.saved.content && !has_unsaved_profile(draft, profile);
}

std::vector<ProfileDifference> differences(const ProfileDraft& here, const ProfileDraft& there) {
  std::vector<ProfileDifference> found;
  for (const Field& field : fields) {
    if (here.*field.text == there.*field.text) continue;
    found.push_back({field.key, field.label, here.*field.text, there.*field.text});
  }
  return found;
}

}  // namespace laurel::app::members

#include "app/members/profile/draft.h"

#include <charconv>
#include <tuple>

#include "app/countries.h"
#include "app/members/profile/fields.h"
#include "base/utf8.h"

namespace laurel::app::members {
namespace {

constexpr bool every_field_is_listed() {
  return std::apply([](const auto&... known) { return (field_named(known.name) && ...); },
                    domain::Profile::fields());
}
static_assert(every_field_is_listed(), "a field of the profile is missing in profile_fields");

/// `visit(field, value)` for each field of the profile.
template <class Profile, class Visit>
void for_each_field(Profile& profile, const Visit& visit) {
  std::apply(
      [&](const auto&... known) {
        (visit(*field_named(known.name), profile.*known.member), ...);
      },
      domain::Profile::fields());
}

std::string text_of(const ProfileField& field, const std::string& value) {
  return field.is_country && !value.empty() ? country_name(value) : value;
}

std::string text_of(const ProfileField&, const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}

template <class Enum>
std::string text_of(const ProfileField&, const std::optional<Enum>& value) {
  return value ? std::string(base::name_of(*value)) : std::string();
}

std::string text_of(const ProfileField&, domain::Privacy value) {
  return std::string(base::name_of(value));
}

/// Reads what is typed, and notes what cannot be read.
class Reading {
 public:
  void read(const ProfileField& field, std::string_view typed, std::string& value) {
    value = typed;
    if (!field.is_country) return;
    value.clear();
    if (base::trim(typed).empty()) return;
    const auto code = country_code(typed);
    if (!code) problems_.fields.push_back({field.key, Message::country_unknown});
    value = code.value_or("");
  }

  void read(const ProfileField& field, std::string_view typed,
            std::optional<std::int64_t>& value) {
    const std::string_view digits = base::trim(typed);
    if (digits.empty()) return;
    std::int64_t number = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc() && end == digits.data() + digits.size()) {
      value = number;
    } else {
      problems_.fields.push_back({field.key, Message::profile_no_number});
    }
  }

  template <class Enum>
  void read(const ProfileField&, std::string_view typed, std::optional<Enum>& value) {
    value = base::enum_named<Enum>(typed);
  }

  void read(const ProfileField&, std::string_view typed, domain::Privacy& value) {
    value = base::enum_named<domain::Privacy>(typed).value_or(value);
  }

  [[nodiscard]] FormProblems& problems() { return problems_; }

 private:
  FormProblems problems_;
};

}  // namespace

ProfileDraft draft_of(const protocol::ProfileResponse& response) {
  ProfileDraft draft;
  draft.member_id = response.member_id.value;
  draft.revision = response.revision;
  for_each_field(response.profile, [&](const ProfileField& field, const auto& value) {
    draft.*field.text = text_of(field, value);
  });
  return draft;
}

tl::expected<domain::Profile, FormProblems> profile_of(const ProfileDraft& draft) {
  Reading reading;
  domain::Profile profile;
  for_each_field(profile, [&](const ProfileField& field, auto& value) {
    reading.read(field, draft.*field.text, value);
  });
  if (!reading.problems().empty()) return tl::unexpected(std::move(reading.problems()));
  return profile;
}

void label_problems(FormProblems& problems) {
  for (FieldError& error : problems.fields) {
    for (const ProfileField& field : profile_fields) {
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
  for (const ProfileField& field : profile_fields) {
    if (here.*field.text == there.*field.text) continue;
    found.push_back({field.key, field.label, here.*field.text, there.*field.text});
  }
  return found;
}

}  // namespace laurel::app::members

// The member's own profile, as it is edited.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/chosen_file.h"
#include "app/form.h"
#include "app/loaded.h"
#include "app/members/photo/crop.h"
#include "app/route.h"
#include "base/codec.h"
#include "protocol/members.h"

namespace laurel::app::members {

/// What stands in the form: every field as the browser gives it.
struct ProfileDraft {
  std::string member_id;  // whose it is; empty before the profile has been read
  std::string first_name;
  std::string last_name;
  std::string country;            // as typed or chosen: a name or a code
  std::string country_of_origin;  // the same
  std::string member_association;
  std::string mobile;
  std::string biography;
  std::string gender;  // as the API names it; empty for none
  std::string year_of_birth;
  std::string job_title;
  std::string company;
  std::string industry;
  std::string years_of_experience;
  std::string interests;
  std::string privacy;  // as the API names it
  std::int64_t revision = 0;  // of the profile that the form was filled with

  /// All of it is kept over a reload (app/drafts/kept.h), however long a text was typed.
  static constexpr auto fields() {
    constexpr base::FieldRule typed{.max_bytes = 20'000};
    return std::tuple{
        base::field("member_id", &ProfileDraft::member_id),
        base::field("first_name", &ProfileDraft::first_name, typed),
        base::field("last_name", &ProfileDraft::last_name, typed),
        base::field("country", &ProfileDraft::country, typed),
        base::field("country_of_origin", &ProfileDraft::country_of_origin, typed),
        base::field("member_association", &ProfileDraft::member_association, typed),
        base::field("mobile", &ProfileDraft::mobile, typed),
        base::field("biography", &ProfileDraft::biography, typed),
        base::field("gender", &ProfileDraft::gender, typed),
        base::field("year_of_birth", &ProfileDraft::year_of_birth, typed),
        base::field("job_title", &ProfileDraft::job_title, typed),
        base::field("company", &ProfileDraft::company, typed),
        base::field("industry", &ProfileDraft::industry, typed),
        base::field("years_of_experience", &ProfileDraft::years_of_experience, typed),
        base::field("interests", &ProfileDraft::interests, typed),
        base::field("privacy", &ProfileDraft::privacy, typed),
        base::field("revision", &ProfileDraft::revision)};
  }

  friend bool operator==(const ProfileDraft&, const ProfileDraft&) = default;
};

/// A picture that is chosen and not sent yet.
struct PhotoDraft {
  std::optional<ChosenFile> file;
  CropChoice crop;
};

struct Profile {
  Loaded<protocol::ProfileResponse> saved;
  FormProblems problems;
  FormProblems photo_problems;
  ProfileDraft sent;  // by the save that is under way; more may have been typed since
  bool was_saved = false;  // since it was edited last
  /// What another tab or device has saved since this form was filled; the member chooses.
  std::optional<protocol::ProfileResponse> theirs;
  /// Where the member wanted to go when the form held something unsaved.
  std::optional<Route> leaving_to;
  /// As others would see it with the option that is chosen in the form; shown while it is wanted.
  bool preview_wanted = false;
  Loaded<protocol::VisibleProfile> preview;
};

}  // namespace laurel::app::members

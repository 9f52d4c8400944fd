// The member's profile, who sees how much of it, and the directory in which members find each other.
//
// The server alone decides what leaves it: domain/privacy.h holds the guide's table (my-ipma-account,
// "Privacy options of the individual profile"). The mobile phone never leaves to anybody but its
// owner.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"
#include "domain/member.h"
#include "domain/profile.h"
#include "protocol/certificates.h"
#include "protocol/endpoint.h"

namespace laurel::protocol {

/// The whole profile, as its owner sees and edits it. `revision` must be the one that was read: the
/// second of two saves is answered with `changed`, and reads again.
struct ProfileResponse {
  domain::MemberId member_id;
  std::string email;
  domain::Profile profile;
  std::optional<std::string> photo;  // names the picture in its address
  std::int64_t revision = 0;
  std::vector<std::string> missing;  // fields that the completeness asks for, by their names

  static constexpr auto fields() {
    return std::tuple{base::field("member_id", &ProfileResponse::member_id),
                      base::field("email", &ProfileResponse::email),
                      base::field("profile", &ProfileResponse::profile),
                      base::field("photo", &ProfileResponse::photo),
                      base::field("revision", &ProfileResponse::revision),
                      base::field("missing", &ProfileResponse::missing)};
  }
};

struct ProfileUpdate {
  domain::Profile profile;
  std::int64_t revision = 0;

  static constexpr auto fields() {
    return std::tuple{base::field("profile", &ProfileUpdate::profile),
                      base::field("revision", &ProfileUpdate::revision)};
  }
};

/// Of a whole request that brings a photo: the file as base64 takes a third more.
inline constexpr std::size_t max_photo_body_bytes = 3 * 1024 * 1024;

/// A square in pixels of the picture as a person sees it, turned upright, from its top left corner.
struct PhotoCrop {
  std::int64_t x = 0;
  std::int64_t y = 0;
  std::int64_t size = 0;

  static constexpr auto fields() {
    return std::tuple{base::field("x", &PhotoCrop::x), base::field("y", &PhotoCrop::y),
                      base::field("size", &PhotoCrop::size)};
  }
};

/// A photo is shown as a JPEG of at most 512 by 512 pixels with nothing but its pixels: what else the
/// file said (place, time, camera, texts) is thrown away. The limits are domain/picture.h's. What is
/// wrong is told at the field `photo`: `too_large`, `not_a_picture` (also where the name's ending says
/// another kind), `too_many_pixels`, `unsupported`; a crop outside the picture at `crop`.
///
/// The photo is no part of what `ProfileUpdate` saves: it comes and goes without a word to `revision`,
/// so a form that is open elsewhere can still be saved.
struct PhotoUpload {
  std::string file_name;  // its ending says the kind: .jpg, .jpeg or .png; kept nowhere
  std::string picture;    // the file's bytes, base64 (RFC 4648 section 4)
  std::optional<PhotoCrop> crop = std::nullopt;  // absent: the largest square around the centre

  static constexpr auto fields() {
    return std::tuple{
        base::field("file_name", &PhotoUpload::file_name),
        base::field("picture", &PhotoUpload::picture, {.max_bytes = max_photo_body_bytes}),
        base::field("crop", &PhotoUpload::crop)};
  }
};

struct PhotoResponse {
  std::string photo;  // names the picture in its address, GET …/photos/{photo}: an image/jpeg

  static constexpr auto fields() {
    return std::tuple{base::field("photo", &PhotoResponse::photo)};
  }
};

/// What another member sees: a field that the privacy option hides is absent, and so is one that was
/// never filled in, so that nobody can tell them apart.
struct VisibleProfile {
  domain::MemberId member_id;
  std::string first_name;
  std::string last_name;
  std::optional<std::string> email;
  std::optional<std::string> job_title;
  std::optional<std::string> company;
  std::optional<std::string> industry;
  std::optional<std::string> country_of_origin;
  std::optional<std::string> member_association;
  std::optional<std::int64_t> year_of_birth;
  std::optional<domain::Gender> gender;
  std::optional<std::string> photo;
  std::optional<std::string> biography;
  std::vector<CertificateSummary> certificates;

  static constexpr auto fields() {
    return std::tuple{base::field("member_id", &VisibleProfile::member_id),
                      base::field("first_name", &VisibleProfile::first_name),
                      base::field("last_name", &VisibleProfile::last_name),
                      base::field("email", &VisibleProfile::email),
                      base::field("job_title", &VisibleProfile::job_title),
                      base::field("company", &VisibleProfile::company),
                      base::field("industry", &VisibleProfile::industry),
                      base::field("country_of_origin", &VisibleProfile::country_of_origin),
                      base::field("member_association", &VisibleProfile::member_association),
                      base::field("year_of_birth", &VisibleProfile::year_of_birth),
                      base::field("gender", &VisibleProfile::gender),
                      base::field("photo", &VisibleProfile::photo),
                      base::field("biography", &VisibleProfile::biography,
                                  {.max_bytes = 8 * 1024}),
                      base::field("certificates", &VisibleProfile::certificates)};
  }
};

/// All of them empty lists everybody, by last name. `after` goes on where the last answer ended.
/// Nobody is found by what their privacy option hides.
struct DirectorySearch {
  std::optional<std::string> words = std::nullopt;  // of names, as in the search over the catalogue
  std::optional<std::string> country_of_origin = std::nullopt;
  std::optional<std::string> member_association = std::nullopt;
  std::optional<bool> certified = std::nullopt;  // with a certificate that has not run out
  std::optional<std::string> after = std::nullopt;

  static constexpr auto fields() {
    return std::tuple{
        base::field("words", &DirectorySearch::words, {.max_bytes = 400}),
        base::field("country_of_origin", &DirectorySearch::country_of_origin, {.max_bytes = 2}),
        base::field("member_association", &DirectorySearch::member_association),
        base::field("certified", &DirectorySearch::certified),
        base::field("after", &DirectorySearch::after, {.max_bytes = 1000})};
  }
};

struct DirectoryResponse {
  std::vector<VisibleProfile> members;  // at most 20; without their certificates
  std::optional<std::string> after;     // there may be more, even where the page is short

  static constexpr auto fields() {
    return std::tuple{base::field("members", &DirectoryResponse::members),
                      base::field("after", &DirectoryResponse::after, {.max_bytes = 1000})};
  }
};

// ---- endpoints ----

inline constexpr Endpoint<Audience::member, Nothing, ProfileResponse> profile_read{
    {Method::get, "/api/v1/{association}/profile", "The member's own profile", "readProfile",
     "profile"}};

inline constexpr Endpoint<Audience::member, ProfileUpdate, ProfileResponse> profile_save{
    {Method::put, "/api/v1/{association}/profile", "Save the member's own profile", "saveProfile",
     "profile"},
    200,
    {ProblemCode::invalid, ProblemCode::changed}};

inline constexpr Endpoint<Audience::member, Nothing, VisibleProfile> profile_preview{
    {Method::get, "/api/v1/{association}/profile/preview/{privacy}",
     "The member's own profile as others would see it", "previewProfile", "profile"},
    200,
    {ProblemCode::not_found}};

inline constexpr Endpoint<Audience::member, PhotoUpload, PhotoResponse> photo_save{
    {Method::put, "/api/v1/{association}/profile/photo", "Give the member's own profile a photo",
     "savePhoto", "profile"},
    200,
    {ProblemCode::invalid, ProblemCode::too_many_tries},
    Repetition::once,
    max_photo_body_bytes};

inline constexpr Endpoint<Audience::member, Nothing, NoContent> photo_remove{
    {Method::delete_, "/api/v1/{association}/profile/photo",
     "Take the photo off the member's own profile", "removePhoto", "profile"},
    204};

inline constexpr Endpoint<Audience::member, Nothing, Picture> photo_read{
    {Method::get, "/api/v1/{association}/photos/{photo}", "A member's photo", "readPhoto",
     "members"},
    200,
    {ProblemCode::not_found}};

inline constexpr Endpoint<Audience::member, DirectorySearch, DirectoryResponse> directory_search{
    {Method::post, "/api/v1/{association}/directory", "Look for members", "searchMembers",
     "members"},
    200,
    {ProblemCode::invalid},
    Repetition::harmless};

inline constexpr Endpoint<Audience::member, Nothing, VisibleProfile> member_read{
    {Method::get, "/api/v1/{association}/members/{member}",
     "A member, as far as their privacy option lets them be seen", "readMember", "members"},
    200,
    {ProblemCode::not_found}};

}  // namespace laurel::protocol

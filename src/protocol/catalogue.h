// What everybody may read: the association's texts, what it offers, with whom it works, and the
// search over all of it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "domain/content.h"
#include "domain/offer.h"
#include "protocol/endpoint.h"

namespace laurel::protocol {

/// Those that have not ended, the next first; at most 200.
struct OffersResponse {
  std::vector<domain::Offer> offers;

  static constexpr auto fields() {
    return std::tuple{base::field("offers", &OffersResponse::offers)};
  }
};

/// By name.
struct MemberAssociationsResponse {
  std::vector<domain::MemberAssociation> member_associations;

  static constexpr auto fields() {
    return std::tuple{
        base::field("member_associations", &MemberAssociationsResponse::member_associations)};
  }
};

/// By name.
struct OrganisationsResponse {
  std::vector<domain::Organisation> organisations;

  static constexpr auto fields() {
    return std::tuple{base::field("organisations", &OrganisationsResponse::organisations)};
  }
};

/// Where something that was found is shown.
enum class HitKind { text, education, event, member_association, organisation };

constexpr std::array<std::string_view, 5> enum_names(HitKind) {
  return {"text", "education", "event", "member_association", "organisation"};
}

struct SearchHit {
  HitKind kind = HitKind::text;
  std::string id;     // of a text; of an offer; else empty
  std::string title;
  std::string about;  // the sentence found, an offer's place, a member association's short name
  std::optional<base::Date> starts = std::nullopt;  // of an offer
  std::optional<base::Date> ends = std::nullopt;
  std::optional<std::string> country = std::nullopt;  // ISO 3166-1 alpha-2, of a member association

  static constexpr auto fields() {
    return std::tuple{base::field("kind", &SearchHit::kind),
                      base::field("id", &SearchHit::id),
                      base::field("title", &SearchHit::title),
                      base::field("about", &SearchHit::about),
                      base::field("starts", &SearchHit::starts),
                      base::field("ends", &SearchHit::ends),
                      base::field("country", &SearchHit::country, {.max_bytes = 2})};
  }
};

/// Every word is found, as the beginning of a word, whatever its case, accents and order. What has
/// all of them in its title comes first; at most 50.
struct SearchResponse {
  std::vector<SearchHit> hits;

  static constexpr auto fields() {
    return std::tuple{base::field("hits", &SearchResponse::hits)};
  }
};

// ---- endpoints ----

inline constexpr Endpoint<Audience::visitor, Nothing, domain::Text> text_read{
    {Method::get, "/api/v1/{association}/texts/{text}", "One of the association's texts",
     "readText", "catalogue"},
    200,
    {ProblemCode::not_found}};

inline constexpr Endpoint<Audience::visitor, Nothing, OffersResponse> education_list{
    {Method::get, "/api/v1/{association}/education", "Courses and programmes to come",
     "listEducation", "catalogue"}};

inline constexpr Endpoint<Audience::visitor, Nothing, OffersResponse> events_list{
    {Method::get, "/api/v1/{association}/events", "Events to come", "listEvents", "catalogue"}};

inline constexpr Endpoint<Audience::visitor, Nothing, MemberAssociationsResponse>
    member_associations_list{{Method::get, "/api/v1/{association}/member-associations",
                              "The national associations", "listMemberAssociations", "catalogue"}};

inline constexpr Endpoint<Audience::visitor, Nothing, OrganisationsResponse> organisations_list{
    {Method::get, "/api/v1/{association}/organisations",
     "The organisations that the association works with", "listOrganisations", "catalogue"}};

inline constexpr Endpoint<Audience::visitor, Nothing, SearchResponse> search{
    {Method::get, "/api/v1/{association}/search/{words}",
     "Look for words in all that everybody may read", "search", "catalogue"},
    200,
    {ProblemCode::malformed}};

}  // namespace laurel::protocol

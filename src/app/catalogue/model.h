// What everybody may read: the association's lists and texts, and the search over them.
#pragma once

#include <string>

#include "app/loaded.h"
#include "protocol/catalogue.h"

namespace laurel::app::catalogue {

struct Catalogue {
  Loaded<protocol::OffersResponse> education;
  Loaded<protocol::OffersResponse> events;
  Loaded<protocol::MemberAssociationsResponse> member_associations;
  Loaded<protocol::OrganisationsResponse> organisations;
  Loaded<domain::Text> text;  // of the route's id
  Loaded<protocol::SearchResponse> found;  // for the route's words
};

struct SearchDraft {
  std::string words;
};

}  // namespace laurel::app::catalogue

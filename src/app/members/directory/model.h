// Members who look for each other. The filters stand in the page's address, so that a reload, the way
// back and a link that is shared show the same members.
//
//   query_of({.words = "ana kos", .country = "SI"}) == "words=ana%20kos&country=SI"
#pragma once

#include <string>
#include <string_view>

#include "app/loaded.h"
#include "app/route.h"
#include "protocol/members.h"

namespace laurel::app::members {

/// What is typed and chosen. Empty texts ask for nothing.
struct DirectoryFilters {
  std::string words;
  std::string country;             // of origin, ISO 3166-1 alpha-2
  std::string member_association;  // its short name
  bool certified = false;          // only with a certificate that has not run out

  friend bool operator==(const DirectoryFilters&, const DirectoryFilters&) = default;
};

/// For the address (Route::parameter); empty for no filter.
[[nodiscard]] std::string query_of(const DirectoryFilters& filters);

/// What is in no query of ours is passed over.
[[nodiscard]] DirectoryFilters filters_of(std::string_view query);

/// The screens between which what was found is kept.
[[nodiscard]] constexpr bool is_among_members(View view) {
  return view == View::members || view == View::member;
}

struct Directory {
  std::string query;  // what was asked for
  Loaded<protocol::DirectoryResponse> found;  // all pages that were read, one after the other
};

}  // namespace laurel::app::members

// What an association offers to everybody who looks: a course, a programme of several courses, or an
// event. Joining one is the member's business; this is what the lists show.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/codec.h"
#include "base/time.h"

namespace laurel::domain {

enum class OfferKind { course, programme, event };

constexpr std::array<std::string_view, 3> enum_names(OfferKind) {
  return {"course", "programme", "event"};
}

struct Offer {
  std::string id;           // unique within the association, in addresses
  std::string association;  // the association's id, "ipma"
  OfferKind kind = OfferKind::course;
  std::string title;
  std::string summary;
  std::string place;               // "Ljubljana" or "Online"
  std::string member_association;  // its short name, "ZPM"; empty when none runs it
  std::string organisation;        // who holds it; empty when the member association does
  base::Date starts;
  base::Date ends;  // the last day
  std::string link;  // where it is described in full; empty when nowhere

  static constexpr auto fields() {
    return std::tuple{base::field("id", &Offer::id, {.max_bytes = 64}),
                      base::field("association", &Offer::association, {.max_bytes = 32}),
                      base::field("kind", &Offer::kind),
                      base::field("title", &Offer::title),
                      base::field("summary", &Offer::summary),
                      base::field("place", &Offer::place),
                      base::field("member_association", &Offer::member_association),
                      base::field("organisation", &Offer::organisation),
                      base::field("starts", &Offer::starts),
                      base::field("ends", &Offer::ends),
                      base::field("link", &Offer::link)};
  }
};

}  // namespace laurel::domain

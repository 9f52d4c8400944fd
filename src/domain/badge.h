// Digital badges: what an association awards, and the templates that they are made of.
//
// A template is what the association designs once ("IPMA Level B, Certified Senior Project Manager"); an
// award is that somebody has it. Words: Credly's API and Open Badges 3.0, which calls the template an
// Achievement.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/codec.h"

namespace laurel::domain {

/// The sections of "My badges", in their order.
enum class BadgeKind { course_or_programme, certificate, event, award };

constexpr std::array<std::string_view, 4> enum_names(BadgeKind) {
  return {"course_or_programme", "certificate", "event", "award"};
}

/// As "#rrggbb". White and `accent_ink` are read on them: 4.5 : 1 and more (WCAG 2.2, 1.4.3).
struct BadgeColours {
  std::string plate;       // the badge itself, under white words
  std::string accent;      // its rim and its ribbon
  std::string accent_ink;  // the words on the ribbon

  static constexpr auto fields() {
    return std::tuple{base::field("plate", &BadgeColours::plate, {.max_bytes = 7}),
                      base::field("accent", &BadgeColours::accent, {.max_bytes = 7}),
                      base::field("accent_ink", &BadgeColours::accent_ink, {.max_bytes = 7})};
  }
};

/// What is to be seen on a badge.
struct BadgeArt {
  BadgeKind kind = BadgeKind::certificate;
  std::string association;  // its short name: "IPMA"
  std::string emblem;       // one to three signs, such as a level; empty: the kind's picture
  std::string headline;     // "Certified Senior Project Manager"
  std::string year;         // "2026"; empty: none
  BadgeColours colours;
};

}  // namespace laurel::domain

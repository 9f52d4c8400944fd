// A badge's artwork, as SVG 1.1: sharp at any size, with its title and description inside.
//
//   const std::string svg = domain::badge_svg(
//       {.kind = BadgeKind::certificate, .association = "IPMA", .emblem = "B",
//        .headline = "Certified Senior Project Manager", .year = "2026", .colours = gold},
//       "IPMA Level B", "Awarded to those who …");
//
// Each kind has its outline: a hexagon for certificates, a shield for courses, a scalloped disc for
// events, a rosette for awards. At 48 px the emblem and the outline tell badges apart; words are read from
// some 200 px on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/badge.h"

namespace laurel::domain {

/// `title` and `description` are for those who do not see it. The drawing fills a square of 600 by 600.
[[nodiscard]] std::string badge_svg(const BadgeArt& art, std::string_view title,
                                    std::string_view description);

/// A headline on at most three lines of about the same length, broken between words; what is too long ends
/// in "…".
[[nodiscard]] std::vector<std::string> headline_lines(std::string_view headline);

}  // namespace laurel::domain

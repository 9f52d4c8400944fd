// An association that runs a desk: data that it edits (assets/associations/<id>.json), not code.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"

namespace laurel::domain {

/// Colours as "#rrggbb". The contrast of every pair that the theme makes of them is tested.
struct Brand {
  std::string primary_light;  // buttons and links on a light page
  std::string primary_dark;   // the same on a dark page
  std::string header;         // the bar at the top, under white text

  static constexpr auto fields() {
    return std::tuple{base::field("primary_light", &Brand::primary_light, {.max_bytes = 7}),
                      base::field("primary_dark", &Brand::primary_dark, {.max_bytes = 7}),
                      base::field("header", &Brand::header, {.max_bytes = 7})};
  }
};

/// A page elsewhere: of the association at a social network, or its blog.
struct SiteLink {
  std::string label;    // "LinkedIn"
  std::string address;  // "https://…"

  static constexpr auto fields() {
    return std::tuple{base::field("label", &SiteLink::label),
                      base::field("address", &SiteLink::address)};
  }
};

/// The lists of a desk that an association may have, in its navigation.
enum class Section { education, events, member_associations, organisations };

constexpr std::array<std::string_view, 4> enum_names(Section) {
  return {"education", "events", "member_associations", "organisations"};
}

struct Association {
  std::string id;              // the first segment of its addresses: "ipma"
  std::string name;            // "International Project Management Association"
  std::string short_name;      // "IPMA"
  std::string platform;        // what members call the desk: "my.ipma"
  std::string language;        // BCP 47, of its pages: "en"
  std::string certificate_noun;  // "IPMA certificates": the head of the member's list
  std::vector<std::string> welcome;  // what the desk is for, on its first page: "keep track of …"
  std::string address;         // its postal address, one line
  std::string contact_email;   // where members write to
  std::string sender_email;    // where its mails come from: "noreply@…"
  std::string policies_version;  // of the texts that members agree to: "2026-11"
  std::vector<Section> sections;   // of its navigation, in their order
  std::vector<SiteLink> elsewhere;  // its blog and its pages at social networks
  Brand brand;
  /// Months before a certificate ends at which its holder is reminded by mail; none: never.
  std::optional<std::vector<std::int64_t>> reminder_months = std::nullopt;

  static constexpr auto fields() {
    return std::tuple{base::field("id", &Association::id, {.max_bytes = 32}),
                      base::field("name", &Association::name),
                      base::field("short_name", &Association::short_name),
                      base::field("platform", &Association::platform),
                      base::field("language", &Association::language, {.max_bytes = 35}),
                      base::field("certificate_noun", &Association::certificate_noun),
                      base::field("welcome", &Association::welcome,
                                  {.max_bytes = 400, .min_items = 1, .max_items = 8}),
                      base::field("address", &Association::address),
                      base::field("contact_email", &Association::contact_email),
                      base::field("sender_email", &Association::sender_email, {.max_bytes = 254}),
                      base::field("policies_version", &Association::policies_version,
                                  {.max_bytes = 40}),
                      base::field("sections", &Association::sections),
                      base::field("elsewhere", &Association::elsewhere),
                      base::field("brand", &Association::brand),
                      base::field("reminder_months", &Association::reminder_months,
                                  {.max_items = 12, .minimum = 1, .maximum = 120})};
  }
};

}  // namespace laurel::domain

// What an association says on its desk: its own texts (policies, terms, about), its member
// associations and the organisations it works with. Data that it edits
// (assets/content/<id>.json), not code.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"

namespace laurel::domain {

struct TextSection {
  std::string heading;  // may be empty: the text begins without one
  std::vector<std::string> paragraphs;
  std::vector<std::string> points;  // a list below the paragraphs

  static constexpr auto fields() {
    return std::tuple{
        base::field("heading", &TextSection::heading),
        base::field("paragraphs", &TextSection::paragraphs, {.max_bytes = 8 * 1024}),
        base::field("points", &TextSection::points, {.max_bytes = 8 * 1024})};
  }
};

struct Text {
  std::string id;  // in its address: "privacy-policy"
  std::string title;
  std::optional<std::string> version;  // of a policy: the one that members agree to
  std::vector<TextSection> sections;

  static constexpr auto fields() {
    return std::tuple{base::field("id", &Text::id, {.max_bytes = 64}),
                      base::field("title", &Text::title),
                      base::field("version", &Text::version, {.max_bytes = 40}),
                      base::field("sections", &Text::sections)};
  }
};

/// A national association; members belong to one, certificates are awarded by one.
struct MemberAssociation {
  std::string short_name;  // "GPM"; unique
  std::string name;
  std::string country;  // ISO 3166-1 alpha-2
  std::string website;  // empty when it has none

  static constexpr auto fields() {
    return std::tuple{
        base::field("short_name", &MemberAssociation::short_name, {.max_bytes = 64}),
        base::field("name", &MemberAssociation::name),
        base::field("country", &MemberAssociation::country, {.max_bytes = 2}),
        base::field("website", &MemberAssociation::website)};
  }
};

/// Who holds courses or works with the association in another way.
struct Organisation {
  std::string name;  // unique
  std::string summary;
  std::string country;  // ISO 3166-1 alpha-2
  std::string website;

  static constexpr auto fields() {
    return std::tuple{base::field("name", &Organisation::name),
                      base::field("summary", &Organisation::summary),
                      base::field("country", &Organisation::country, {.max_bytes = 2}),
                      base::field("website", &Organisation::website)};
  }
};

struct Content {
  std::vector<Text> texts;
  std::vector<MemberAssociation> member_associations;
  std::vector<Organisation> organisations;

  static constexpr auto fields() {
    return std::tuple{base::field("texts", &Content::texts),
                      base::field("member_associations", &Content::member_associations),
                      base::field("organisations", &Content::organisations)};
  }
};

}  // namespace laurel::domain

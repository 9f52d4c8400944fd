// Digital badges: what an association awards, and the templates that they are made of.
//
// A template is what the association designs once ("IPMA Level B, Certified Senior Project Manager"); an
// award is that somebody has it. Words: Credly's API and Open Badges 3.0, which calls the template an
// Achievement.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "base/time.h"
#include "domain/certificate.h"

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

// ---- templates ----

/// Badges are awarded of active templates alone; an archived one's badges stay what they are.
enum class TemplateStatus { draft, active, archived };

constexpr std::array<std::string_view, 3> enum_names(TemplateStatus) {
  return {"draft", "active", "archived"};
}

/// Awarded by itself to the holder of each certificate that is as this says; what is left out does not
/// matter.
struct CertificateRule {
  std::optional<CertificateLevel> level = std::nullopt;
  std::optional<CertificateDomain> domain = std::nullopt;

  static constexpr auto fields() {
    return std::tuple{base::field("level", &CertificateRule::level),
                      base::field("domain", &CertificateRule::domain)};
  }
};

struct BadgeTemplate {
  std::string id;           // unique within the association: "level-b"
  std::string association;  // the association's id: "ipma"
  BadgeKind kind = BadgeKind::certificate;
  TemplateStatus status = TemplateStatus::draft;
  std::string title;        // "IPMA Level B – Certified Senior Project Manager"
  std::string description;  // what its holder has shown
  std::vector<std::string> skills;
  std::vector<std::string> criteria;  // what it took, a sentence each
  std::string time;                   // as its page has it: "Days"; empty: not said
  std::string cost;                   // "Paid"
  std::string level;                  // "Advanced"
  std::string emblem;
  std::string headline;
  BadgeColours colours;
  bool shows_year = true;                                     // of its issue, on the artwork
  std::optional<std::int64_t> valid_months = std::nullopt;    // nothing: it does not expire
  std::optional<CertificateRule> certificates = std::nullopt;  // nothing: awarded by staff alone

  static constexpr auto fields() {
    return std::tuple{
        base::field("id", &BadgeTemplate::id, {.max_bytes = 64}),
        base::field("association", &BadgeTemplate::association, {.max_bytes = 32}),
        base::field("kind", &BadgeTemplate::kind),
        base::field("status", &BadgeTemplate::status),
        base::field("title", &BadgeTemplate::title, {.max_bytes = 200}),
        base::field("description", &BadgeTemplate::description),
        base::field("skills", &BadgeTemplate::skills, {.max_bytes = 80, .max_items = 30}),
        base::field("criteria", &BadgeTemplate::criteria, {.max_bytes = 400, .max_items = 20}),
        base::field("time", &BadgeTemplate::time, {.max_bytes = 40}),
        base::field("cost", &BadgeTemplate::cost, {.max_bytes = 40}),
        base::field("level", &BadgeTemplate::level, {.max_bytes = 40}),
        base::field("emblem", &BadgeTemplate::emblem, {.max_bytes = 12}),
        base::field("headline", &BadgeTemplate::headline, {.max_bytes = 160}),
        base::field("colours", &BadgeTemplate::colours),
        base::field("shows_year", &BadgeTemplate::shows_year),
        base::field("valid_months", &BadgeTemplate::valid_months, {.minimum = 1, .maximum = 1200}),
        base::field("certificates", &BadgeTemplate::certificates)};
  }
};

/// Whether the template is awarded by itself for this certificate.
[[nodiscard]] bool is_awarded_for(const BadgeTemplate& badge, const Certificate& certificate);

/// As a badge of the template looks that was issued on this day, by the association with this short name.
[[nodiscard]] BadgeArt art_of(const BadgeTemplate& badge, std::string_view association,
                              base::Date issued);

// ---- awards ----

/// What has become of a badge since it was issued, as it is kept. It is in force while it is accepted; whether
/// it has expired is a matter of the day (`shown_state`).
enum class BadgeState { pending, accepted, rejected, revoked };

constexpr std::array<std::string_view, 4> enum_names(BadgeState) {
  return {"pending", "accepted", "rejected", "revoked"};
}

/// As its holder and others read it.
enum class ShownBadgeState { pending, accepted, rejected, expired, revoked };

constexpr std::array<std::string_view, 5> enum_names(ShownBadgeState) {
  return {"pending", "accepted", "rejected", "expired", "revoked"};
}

/// Revoked is revoked, whatever day it is. A pending badge can expire before anybody accepts it.
[[nodiscard]] ShownBadgeState shown_state(BadgeState state, std::optional<base::Date> expires,
                                          base::Date today);

/// The last day of a badge that is issued today; nothing where it does not expire.
[[nodiscard]] std::optional<base::Date> expiry_of(const BadgeTemplate& badge, base::Date issued);

enum class BadgeChange { accept, reject, revoke };

/// What the change makes of a badge; nothing where it cannot be made. Accepting what is accepted and rejecting
/// what is rejected change nothing and are no faults. Who has rejected a badge may still accept it; an accepted
/// one is made private instead; a revoked one stays revoked.
[[nodiscard]] std::optional<BadgeState> changed(BadgeState state, BadgeChange change);

}  // namespace laurel::domain

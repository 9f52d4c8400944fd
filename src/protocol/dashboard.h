// The member's first screen after signing in: what needs their attention, a short profile, the linked
// certificates and what the association offers next.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "domain/certificate.h"
#include "domain/offer.h"
#include "protocol/accounts/session.h"
#include "protocol/certificates.h"
#include "protocol/endpoint.h"

namespace laurel::protocol {

enum class NoticeKind {
  recertification_open,    // it has expired and can be renewed until `date`
  certificate_expiring,    // it expires on `date`
  no_valid_certificate,    // none of the member's certificates is valid or can be renewed
  mobile_missing,          // the profile lacks the mobile number, which every member gives
  claim_pending,           // staff has not decided yet what the member asked for on `date`
};

constexpr std::array<std::string_view, 5> enum_names(NoticeKind) {
  return {"recertification_open", "certificate_expiring", "no_valid_certificate", "mobile_missing",
          "claim_pending"};
}

/// Something that needs the member's attention.
struct Notice {
  NoticeKind kind = NoticeKind::mobile_missing;
  std::optional<std::string> number = std::nullopt;  // of the certificate, where it is about one
  std::optional<std::string> title = std::nullopt;
  std::optional<base::Date> date = std::nullopt;

  static constexpr auto fields() {
    return std::tuple{base::field("kind", &Notice::kind), base::field("number", &Notice::number),
                      base::field("title", &Notice::title), base::field("date", &Notice::date)};
  }
};

struct DashboardResponse {
  SessionResponse member;
  std::string country;             // ISO 3166-1 alpha-2; empty when unknown
  std::string member_association;  // its name; empty when the member has none
  std::optional<std::string> photo = std::nullopt;  // names the picture in its address
  std::vector<CertificateSummary> certificates;
  std::vector<std::string> missing;  // as in ProfileResponse
  std::vector<Notice> notices;       // in the order of their kinds, then by date
  /// Those that begin today or later: of the member's own member association first, then by their
  /// first day; at most 5.
  std::vector<domain::Offer> education;
  std::vector<domain::Offer> events;

  static constexpr auto fields() {
    return std::tuple{
        base::field("member", &DashboardResponse::member),
        base::field("country", &DashboardResponse::country),
        base::field("member_association", &DashboardResponse::member_association),
        base::field("photo", &DashboardResponse::photo),
        base::field("certificates", &DashboardResponse::certificates),
        base::field("missing", &DashboardResponse::missing),
        base::field("notices", &DashboardResponse::notices),
        base::field("education", &DashboardResponse::education),
        base::field("events", &DashboardResponse::events)};
  }
};

// ---- endpoints ----

inline constexpr Endpoint<Audience::member, Nothing, DashboardResponse> dashboard_read{
    {Method::get, "/api/v1/{association}/dashboard", "The member's dashboard", "readDashboard",
     "dashboard"}};

}  // namespace laurel::protocol

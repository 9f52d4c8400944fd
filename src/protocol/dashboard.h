// The member's first screen after signing in: a short profile and the linked certificates.
#pragma once

#include <string>
#include <vector>

#include "base/codec.h"
#include "domain/certificate.h"
#include "protocol/session.h"

namespace laurel::protocol {

struct CertificateSummary {
  std::string number;
  std::string title;   // "IPMA Level C – Certified Project Manager"
  std::string issuer;  // the member association's short name
  base::Date awarded;
  base::Date valid_until;
  domain::CertificateState state = domain::CertificateState::valid;

  static constexpr auto fields() {
    return std::tuple{base::field("number", &CertificateSummary::number),
                      base::field("title", &CertificateSummary::title),
                      base::field("issuer", &CertificateSummary::issuer),
                      base::field("awarded", &CertificateSummary::awarded),
                      base::field("valid_until", &CertificateSummary::valid_until),
                      base::field("state", &CertificateSummary::state)};
  }
};

struct DashboardResponse {
  SessionResponse member;
  std::string country;             // ISO 3166-1 alpha-2; empty when unknown
  std::string member_association;  // its name; empty when the member has none
  std::vector<CertificateSummary> certificates;

  static constexpr auto fields() {
    return std::tuple{
        base::field("member", &DashboardResponse::member),
        base::field("country", &DashboardResponse::country),
        base::field("member_association", &DashboardResponse::member_association),
        base::field("certificates", &DashboardResponse::certificates)};
  }
};

}  // namespace laurel::protocol

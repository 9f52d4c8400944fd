// The member's certificates: finding and linking them after registration, keeping track of them, and
// proving them to others.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "domain/certificate.h"
#include "protocol/endpoint.h"

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

/// At least one of the four. A member finds by number whatever the registry holds, masked where it
/// is not theirs; by e-mail address only what the registry knows under their own, proven address.
struct MemberCertificateSearch {
  std::optional<std::string> number;
  std::optional<std::string> email;
  std::optional<base::Date> awarded;
  std::optional<base::Date> valid_until;

  static constexpr auto fields() {
    return std::tuple{base::field("number", &MemberCertificateSearch::number, {.max_bytes = 64}),
                      base::field("email", &MemberCertificateSearch::email, {.max_bytes = 254}),
                      base::field("awarded", &MemberCertificateSearch::awarded),
                      base::field("valid_until", &MemberCertificateSearch::valid_until)};
  }
};

/// What linking a certificate would do.
enum class ClaimState {
  linkable,   // the registry's address is the member's: it is linked at once
  claimable,  // staff looks at it; nobody learns whether somebody else holds it
  requested,  // staff has been asked already
  linked,     // it is this member's
};

constexpr std::array<std::string_view, 4> enum_names(ClaimState) {
  return {"linkable", "claimable", "requested", "linked"};
}

struct MemberCertificateCandidate {
  std::string number;
  std::string title;
  std::string owner;   // in full where it is linkable or linked, else masked
  std::string issuer;  // the member association
  base::Date awarded;
  base::Date valid_until;
  ClaimState state = ClaimState::claimable;

  static constexpr auto fields() {
    return std::tuple{base::field("number", &MemberCertificateCandidate::number),
                      base::field("title", &MemberCertificateCandidate::title),
                      base::field("owner", &MemberCertificateCandidate::owner),
                      base::field("issuer", &MemberCertificateCandidate::issuer),
                      base::field("awarded", &MemberCertificateCandidate::awarded),
                      base::field("valid_until", &MemberCertificateCandidate::valid_until),
                      base::field("state", &MemberCertificateCandidate::state)};
  }
};

struct MemberCertificateSearchResponse {
  std::vector<MemberCertificateCandidate> certificates;  // at most 20

  static constexpr auto fields() {
    return std::tuple{
        base::field("certificates", &MemberCertificateSearchResponse::certificates)};
  }
};

struct CertificateClaim {
  std::vector<std::string> numbers;

  static constexpr auto fields() {
    return std::tuple{
        base::field("numbers", &CertificateClaim::numbers, {.max_bytes = 64, .max_items = 50})};
  }
};

/// Of each number what became of it; numbers that the registry does not know are in neither.
struct CertificateClaimResponse {
  std::vector<std::string> linked;
  std::vector<std::string> requested;

  static constexpr auto fields() {
    return std::tuple{base::field("linked", &CertificateClaimResponse::linked),
                      base::field("requested", &CertificateClaimResponse::requested)};
  }
};

struct CertificateDetail {
  std::string number;
  std::string title;
  std::string owner;
  std::string issuer;
  base::Date awarded;
  base::Date valid_until;
  domain::CertificateState state = domain::CertificateState::valid;
  std::optional<std::int64_t> months_left;    // while it is valid: whole months, 0 for less than one
  std::optional<base::Date> recertify_until;  // the last day on which it can be renewed, also past
  std::optional<base::Date> recertify_exceptionally_until;
  std::string verification;  // names it in the address of its verification page; cannot be guessed
  std::string verification_address;  // of that page, to hand on: "https://…"
  std::optional<domain::CertificateLevel> level;
  std::optional<domain::CertificateDomain> domain;

  static constexpr auto fields() {
    return std::tuple{base::field("number", &CertificateDetail::number),
                      base::field("title", &CertificateDetail::title),
                      base::field("owner", &CertificateDetail::owner),
                      base::field("issuer", &CertificateDetail::issuer),
                      base::field("awarded", &CertificateDetail::awarded),
                      base::field("valid_until", &CertificateDetail::valid_until),
                      base::field("state", &CertificateDetail::state),
                      base::field("months_left", &CertificateDetail::months_left),
                      base::field("recertify_until", &CertificateDetail::recertify_until),
                      base::field("recertify_exceptionally_until",
                                  &CertificateDetail::recertify_exceptionally_until),
                      base::field("verification", &CertificateDetail::verification),
                      base::field("verification_address",
                                  &CertificateDetail::verification_address),
                      base::field("level", &CertificateDetail::level),
                      base::field("domain", &CertificateDetail::domain)};
  }
};

/// A claim that staff has not decided yet; what it says of the certificate is masked as in a search.
struct PendingClaim {
  std::string number;
  std::string title;
  base::Instant requested;

  static constexpr auto fields() {
    return std::tuple{base::field("number", &PendingClaim::number),
                      base::field("title", &PendingClaim::title),
                      base::field("requested", &PendingClaim::requested)};
  }
};

struct CertificatesResponse {
  std::vector<CertificateDetail> certificates;  // the newest first
  std::vector<PendingClaim> pending;

  static constexpr auto fields() {
    return std::tuple{base::field("certificates", &CertificatesResponse::certificates),
                      base::field("pending", &CertificatesResponse::pending)};
  }
};

/// A file that the member's calendar reads (text/calendar, RFC 5545).
struct CalendarFile {
  std::string name;
  std::string content;

  static constexpr auto fields() {
    return std::tuple{base::field("name", &CalendarFile::name),
                      base::field("content", &CalendarFile::content, {.max_bytes = 64 * 1024})};
  }
};

/// What the verification page of a certificate shows to whoever has its address.
struct VerificationResponse {
  std::string number;
  std::string title;
  std::string owner;
  std::string issuer;
  base::Date awarded;
  base::Date valid_until;
  domain::CertificateState state = domain::CertificateState::valid;
  std::optional<domain::CertificateLevel> level;
  std::optional<domain::CertificateDomain> domain;

  static constexpr auto fields() {
    return std::tuple{base::field("number", &VerificationResponse::number),
                      base::field("title", &VerificationResponse::title),
                      base::field("owner", &VerificationResponse::owner),
                      base::field("issuer", &VerificationResponse::issuer),
                      base::field("awarded", &VerificationResponse::awarded),
                      base::field("valid_until", &VerificationResponse::valid_until),
                      base::field("state", &VerificationResponse::state),
                      base::field("level", &VerificationResponse::level),
                      base::field("domain", &VerificationResponse::domain)};
  }
};

// ---- step 2 of registering ----

/// A certificate of the registry, as a visitor who has proven nothing may see it: the owner's name
/// is masked to its first letters.
struct CertificateCandidate {
  std::string number;
  std::string title;
  std::string owner;   // "M… L…"
  std::string issuer;  // the member association
  base::Date awarded;
  base::Date valid_until;

  static constexpr auto fields() {
    return std::tuple{base::field("number", &CertificateCandidate::number),
                      base::field("title", &CertificateCandidate::title),
                      base::field("owner", &CertificateCandidate::owner),
                      base::field("issuer", &CertificateCandidate::issuer),
                      base::field("awarded", &CertificateCandidate::awarded),
                      base::field("valid_until", &CertificateCandidate::valid_until)};
  }
};

/// At least one of the four. By number, certificates are found and shown masked; an e-mail address
/// alone finds none, since nobody has proven that it is theirs.
struct CertificateSearchRequest {
  std::string registration;
  std::optional<std::string> number;
  std::optional<std::string> email;
  std::optional<base::Date> awarded;
  std::optional<base::Date> valid_until;

  static constexpr auto fields() {
    return std::tuple{
        base::field("registration", &CertificateSearchRequest::registration, {.secret = true}),
        base::field("number", &CertificateSearchRequest::number, {.max_bytes = 64}),
        base::field("email", &CertificateSearchRequest::email, {.max_bytes = 254}),
        base::field("awarded", &CertificateSearchRequest::awarded),
        base::field("valid_until", &CertificateSearchRequest::valid_until)};
  }
};

struct CertificateSearchResponse {
  std::vector<CertificateCandidate> certificates;

  static constexpr auto fields() {
    return std::tuple{base::field("certificates", &CertificateSearchResponse::certificates)};
  }
};

// ---- endpoints ----

inline constexpr Endpoint<Audience::visitor, CertificateSearchRequest, CertificateSearchResponse>
    registration_search{
        {Method::post, "/api/v1/{association}/registrations/search",
         "Register, step 2: look for certificates", "searchCertificatesToRegister", "registration"},
        200,
        {ProblemCode::invalid, ProblemCode::gone, ProblemCode::too_many_tries},
        Repetition::harmless};

inline constexpr Endpoint<Audience::member, Nothing, CertificatesResponse> certificates_list{
    {Method::get, "/api/v1/{association}/certificates", "The member's certificates",
     "listCertificates", "certificates"}};

inline constexpr Endpoint<Audience::member, MemberCertificateSearch,
                          MemberCertificateSearchResponse>
    certificates_search{{Method::post, "/api/v1/{association}/certificates/search",
                         "Look for certificates to link", "searchCertificates", "certificates"},
                        200,
                        {ProblemCode::invalid, ProblemCode::too_many_tries},
                        Repetition::harmless};

inline constexpr Endpoint<Audience::member, CertificateClaim, CertificateClaimResponse>
    certificates_claim{{Method::post, "/api/v1/{association}/certificates/claims",
                        "Link certificates, or ask staff to", "claimCertificates", "certificates"},
                       200,
                       {ProblemCode::invalid, ProblemCode::too_many_tries}};

inline constexpr Endpoint<Audience::member, Nothing, CalendarFile> certificate_calendar{
    {Method::get, "/api/v1/{association}/certificates/{number}/calendar",
     "The days of one of the member's certificates, as a calendar file", "readCertificateCalendar",
     "certificates"},
    200,
    {ProblemCode::not_found}};

inline constexpr Endpoint<Audience::visitor, Nothing, VerificationResponse> verification_read{
    {Method::get, "/api/v1/{association}/verifications/{verification}",
     "What a certificate's verification page shows", "readVerification", "certificates"},
    200,
    {ProblemCode::not_found}};

}  // namespace laurel::protocol

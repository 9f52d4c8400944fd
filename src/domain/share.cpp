#include "domain/share.h"

#include <algorithm>
#include <chrono>

#include "base/percent.h"
#include "base/utf8.h"

namespace laurel::domain {
namespace {

using base::percent_encoded;

std::string with(std::string_view name, std::string_view value) {
  return "&" + std::string(name) + "=" + percent_encoded(value);
}

std::string year_of(base::Date day) {
  return std::to_string(static_cast<int>(std::chrono::year_month_day(day).year()));
}

std::string month_of(base::Date day) {
  return std::to_string(static_cast<unsigned>(std::chrono::year_month_day(day).month()));
}

/// As X counts (docs.x.com, "Counting characters"): what is beyond Latin, Greek, Cyrillic and some marks counts
/// twice.
int weight_on_x(char32_t c) {
  const bool is_light = c <= 0x10FF || (c >= 0x2000 && c <= 0x200D) || (c >= 0x2010 && c <= 0x201F) ||
                        (c >= 0x2032 && c <= 0x2037);
  return is_light ? 1 : 2;
}

/// What X has room for, together with a blank and an address.
std::string fitting_x(std::string_view message) {
  constexpr int room = 280 - 1 - 23;
  int weight = 0;
  std::size_t end_with_ellipsis = 0;
  for (std::size_t at = 0; at < message.size();) {
    const base::CodePoint point = base::code_point_at(message, at);
    weight += weight_on_x(point.value);
    if (weight > room) {
      return std::string(base::trim(message.substr(0, end_with_ellipsis))) + "…";
    }
    at += point.bytes;
    // The ellipsis, U+2026, is none of the light ones.
    if (weight + 2 <= room) end_with_ellipsis = at;
  }
  return std::string(message);
}

std::string with_address(std::string_view message, const SharedBadge& badge) {
  return message.empty() ? badge.address : std::string(message) + " " + badge.address;
}

/// RFC 6068, 5: line breaks in the body of a mail are CRLF.
std::string with_mail_line_breaks(std::string_view body) {
  std::string out;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i] == '\r') continue;
    if (body[i] == '\n') out.push_back('\r');
    out.push_back(body[i]);
  }
  return out;
}

}  // namespace

std::string share_address(Network network, const SharedBadge& badge, std::string_view message) {
  switch (network) {
    case Network::linkedin:
      return "https://www.linkedin.com/sharing/share-offsite/?url=" + percent_encoded(badge.address);
    case Network::x:
      return "https://x.com/intent/post?text=" + percent_encoded(fitting_x(message)) +
             with("url", badge.address);
    case Network::facebook:
      return "https://www.facebook.com/sharer/sharer.php?u=" + percent_encoded(badge.address);
    case Network::bluesky:
      return "https://bsky.app/intent/compose?text=" +
             percent_encoded(with_address(message, badge));
    case Network::whatsapp:
      return "https://wa.me/?text=" + percent_encoded(with_address(message, badge));
  }
  return {};
}

std::string linkedin_profile_address(const SharedBadge& badge) {
  std::string address =
      "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME" + with("name", badge.name);
  address += badge.linkedin_organisation ? with("organizationId", *badge.linkedin_organisation)
                                         : with("organizationName", badge.issuer);
  address += with("issueYear", year_of(badge.issued)) + with("issueMonth", month_of(badge.issued));
  if (badge.expires) {
    address += with("expirationYear", year_of(*badge.expires)) +
               with("expirationMonth", month_of(*badge.expires));
  }
  return address + with("certUrl", badge.address) + with("certId", badge.id);
}

std::string mail_address(std::string_view subject, std::string_view body) {
  return "mailto:?subject=" + percent_encoded(subject) +
         with("body", with_mail_line_breaks(body));
}

}  // namespace laurel::domain

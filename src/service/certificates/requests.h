// What members have asked staff about certificates (links.h), and what staff
// decides. The member learns it by a mail that is written in the same transaction. No mail ever says
// who else holds a certificate; staff sees it.
//
//   for (const auto& request : *certificates::list_requests(services, 200)) …
//   certificates::approve_request(services, id, HeldByAnother::keep)->outcome == Outcome::done
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/certificate.h"
#include "domain/member.h"
#include "service/kernel/services.h"

namespace laurel::service::certificates {

/// A member as staff knows them.
struct NamedMember {
  domain::MemberId id;
  std::string association;
  std::string email;
  std::string name;
};

struct RequestEntry {
  std::string id;
  base::Instant requested;
  NamedMember member;               // who has asked
  domain::Certificate certificate;  // as the registry knows it
  std::optional<NamedMember> holder;
};

/// The oldest first, at most `limit`.
[[nodiscard]] base::Result<std::vector<RequestEntry>> list_requests(kernel::Services& services,
                                                                    std::size_t limit);

enum class Outcome {
  done,
  unknown,          // there is no such request, or it was decided before
  held_by_another,  // nothing was done
};

struct Decision {
  Outcome outcome = Outcome::unknown;
  std::optional<RequestEntry> request = std::nullopt;  // that was decided, as it was before
};

/// What becomes of a certificate that another member holds.
enum class HeldByAnother { keep, move };

/// Links the certificate, or moves it, which a mail tells its former holder. Errors: `invalid_input`
/// where the member's association is none of the services'.
[[nodiscard]] base::Result<Decision> approve_request(kernel::Services& services,
                                                     std::string_view id, HeldByAnother held);

/// `reason` is a paragraph of the mail, or empty. Errors: those of approving, and `invalid_input` for a
/// reason of more than 2,000 bytes, of several lines or no UTF-8.
[[nodiscard]] base::Result<Decision> decline_request(kernel::Services& services,
                                                     std::string_view id, std::string_view reason);

}  // namespace laurel::service::certificates

// The first look at every request that may change something (OWASP ASVS 5.0.0, 3.5.1 to 3.5.3): it
// must come from a page of ours, and be of a kind that a foreign page's form cannot send.
#pragma once

#include <optional>

#include "protocol/http.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"

namespace laurel::service::kernel {

/// What an endpoint takes of whom.
enum class Accepts {
  json_of_our_pages,
  /// For what mail programs and their servers post (RFC 8058): the address itself is the right to
  /// do it, and cookies are not looked at, so a forger gains nothing.
  form_of_anybody,
};

/// What to answer instead of handling the request; nothing where it may go on.
///
/// - GET goes on always: it changes nothing (but the time when a session was last seen, which no
///   forger gains from, and which tells the member of use that was not theirs).
/// - The Origin must be one of the allowed ones. Browsers send it with every POST, PUT and DELETE;
///   a request without it is a program's, and is accepted only without cookies, since cookies are
///   what a forger needs.
/// - A body must be application/json, which no HTML form can send.
/// - An endpoint that accepts a form of anybody asks for no Origin, and for a form.
[[nodiscard]] std::optional<Refusal> refusal(const protocol::Request& request, Accepts accepts,
                                             const Services& services);

}  // namespace laurel::service::kernel

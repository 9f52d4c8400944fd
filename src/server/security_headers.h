// The headers that tell a browser what a page of ours may do (OWASP ASVS 5.0.0, chapter 3.4).
#pragma once

#include "server/http_message.h"

namespace laurel::server {

/// For every file of the site, not only for HTML: a worker is ruled by the policy that its own
/// script came with. No Strict-Transport-Security here: that is the TLS proxy's to say, which knows
/// whether there is TLS.
void add_security_headers(Headers& headers);

}  // namespace laurel::server

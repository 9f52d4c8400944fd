// /.well-known/change-password, by which password managers lead to where a password is changed (W3C,
// "A Well-Known URL for Changing Passwords").
#pragma once

#include <optional>

#include "server/http_message.h"
#include "service/kernel/services.h"

namespace laurel::server {

/// Nothing where the path is another. A host with one association sends on to its page for a forgotten
/// password; one with several cannot know which is meant, and sends on to the site's
/// /change-password/, where they are to choose from (cmake/dist.py). Both lie under the public
/// address, so that it works behind a proxy that serves the desk under a path.
[[nodiscard]] std::optional<HttpReply> well_known_reply(const HttpRequest& request,
                                                        const service::kernel::Services& services);

}  // namespace laurel::server

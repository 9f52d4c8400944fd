// The mailbox of a server for development: /dev/mailbox for people, /dev/mailbox.json for programs.
#pragma once

#include <optional>

#include "server/http_message.h"
#include "service/kernel/api.h"
#include "service/kernel/services.h"

namespace laurel::server {

/// Nothing where the path is none of the two, or the server has no such mailbox.
[[nodiscard]] std::optional<HttpReply> dev_mailbox_reply(const HttpRequest& request,
                                                         const service::kernel::Api& api,
                                                         service::kernel::Services& services);

}  // namespace laurel::server

// The mails of the demo, which leave the browser as little as anything else of it.
#pragma once

#include "app/loaded.h"
#include "protocol/mail.h"

namespace laurel::app::mailbox {

using Mailbox = Loaded<protocol::DevMailboxResponse>;

}  // namespace laurel::app::mailbox

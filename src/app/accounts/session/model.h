// Who is signed in, as far as this tab knows.
#pragma once

#include <optional>

#include "app/trouble.h"
#include "protocol/accounts/session.h"

namespace laurel::app::accounts {

enum class Presence { unknown, signed_out, signed_in };

struct Session {
  Presence presence = Presence::unknown;
  bool member_expected = false;      // while it is unknown: somebody was signed in here last
  protocol::SessionResponse member = {};  // while signed in
  std::optional<Trouble> trouble = std::nullopt;  // why it is still unknown
  std::optional<Trouble> sign_out_trouble = std::nullopt;  // why the member is still signed in
};

}  // namespace laurel::app::accounts

// Why something that the member asked for did not happen, in the terms of the screen.
#pragma once

#include <cstdint>

namespace laurel::app {

enum class TroubleKind {
  offline,            // no answer came
  unavailable,        // the server says that it cannot now
  rubbish,            // an answer came that breaks the contract
  wrong_credentials,  // sign-in only
  too_many_tries,
  outdated,           // the page is older than what is deployed now
  expired,            // a link or an unfinished registration whose time is over, or that was used
};

struct Trouble {
  TroubleKind kind = TroubleKind::unavailable;
  std::int64_t wait_s = 0;  // with `too_many_tries`: when trying again makes sense
};

}  // namespace laurel::app

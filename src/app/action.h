// What can happen to the desk: what the host reports, what a member does to the frame around every
// screen, and what can happen to a feature, which stands in its folder.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/accounts/action.h"
#include "app/certificates/action.h"
#include "app/drafts/action.h"
#include "app/members/action.h"
#include "app/newsletter/action.h"
#include "app/part.h"
#include "app/request.h"

namespace laurel::app {

// From the host.
struct Started {
  std::string fragment;    // of the address the page was opened with
  std::string client_key;  // random, unique to this tab; see Requests
  bool member_expected = false;  // somebody was signed in when this browser was here last
  bool demo = false;             // the backend is this browser's own, so mails stay here
  bool all_parts_here = true;    // the whole program has been loaded; see parts/model.h
};
struct FragmentChanged {  // back, forward, a link, or typed into the address bar
  std::string fragment;
};
struct ReplyArrived {
  RequestId id;
  Reply reply;
};
struct UseBegun {};           // somebody presses something or goes to a field: more may follow
struct PartArrived {          // the answer to LoadPart; what the part itself needs is here, too
  Part part = Part::common;
};
struct PartMissed {           // the same: it could not be loaded
  Part part = Part::common;
  bool outdated = false;      // since it is not deployed any more
};
struct SessionMayHaveChanged {};  // another tab has signed in or out
struct PageShown {};              // again: another tab or program was in front of it
struct StorageDenied {};          // the browser lets us keep nothing
struct Superseded {};             // a newer version of the page has opened our database
struct DraftsBlocked {            // an older version of it, in another tab, keeps us from opening ours
  bool blocked = true;  // and no longer when that tab is closed
};
struct RecordsBlocked {           // the same of the demo's records
  bool blocked = true;
};

// From the member, at the frame.
struct MenuPressed {};    // shows or hides the navigation where there is no room for it
struct SearchPressed {};
struct RetryPressed {};
struct FocusAsked {  // a link in a summary of errors: go to the field
  std::string key;
};

using Action = std::variant<Started, FragmentChanged, ReplyArrived, UseBegun, PartArrived,
                            PartMissed, SessionMayHaveChanged, PageShown, StorageDenied,
                            Superseded, DraftsBlocked, RecordsBlocked, MenuPressed, SearchPressed,
                            RetryPressed, FocusAsked, accounts::SignInAction, newsletter::Action,
                            accounts::PasswordAction, accounts::JoiningAction, accounts::Action,
                            members::Action, certificates::Action, drafts::Action>;

/// Filled by the views of one frame, in the order in which things happened.
using Actions = std::vector<Action>;

}  // namespace laurel::app

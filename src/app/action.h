// What can happen to the desk: what a member does, what the host reports.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/part.h"
#include "app/request.h"
#include "app/route.h"

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
struct DraftsRestored {  // what was kept when the page was here last; see app/drafts/kept.h
  std::string kept;
};
struct PasswordAdvised {  // the answer to AskPasswordAdvice
  std::int64_t question = 0;
  int score = 0;
  std::string warning;
};
struct QrCodeMade {  // the answer to MakeQrCode
  std::string text;
  std::string path;       // of its dark parts, as in SVG, a module being 1 × 1
  std::int64_t size = 0;  // of its side in modules, the margin with it
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

// From the member.
struct SignInPressed {};
struct SignOutPressed {};
struct RegisterPressed {};            // step 1, "Create account"
struct CertificateSearchPressed {};   // step 2
struct MySearchPressed {};            // the same for a member
struct ClaimPressed {};               // links what the member has ticked
struct CalendarPressed {};            // "Add to calendar", on a certificate's page
struct PrintPressed {};
struct RegistrationCompleted {};      // step 2, "Create account"
struct ActivationMailWanted {};       // step 3, "Send the e-mail again"
struct PasswordEdited {};             // a password that is being chosen
struct MailLinkPressed {};            // the button on the page that a mail's link opens
struct MenuPressed {};                // shows or hides the navigation where there is no room for it
struct SearchPressed {};
struct NewsletterPressed {};
struct DirectorySearchPressed {};     // looks for members
struct MoreMembersPressed {};         // the next page of them
struct PasswordResetPressed {};       // "Forgot password?"
struct NewPasswordPressed {};
struct ProfileSavePressed {};
struct OwnVersionChosen {};    // of two versions of the profile: the one in this form
struct OtherVersionChosen {};  // and the one that is saved
struct StayPressed {};         // does not leave the form after all
struct DiscardPressed {};      // leaves it, and what was typed
struct PreviewPressed {};      // shows or hides the profile as others see it
struct PrivacyChosen {};
struct PhotoChosen {};         // a file, whatever it holds
struct PhotoSavePressed {};
struct PhotoRemovePressed {};
struct EmailFormPressed {};       // shows or hides the form for another e-mail address
struct EmailChangePressed {};     // sends it
struct PasswordFormPressed {};    // the same for another password
struct PasswordChangePressed {};
struct DeviceSignOutPressed {  // ends one of the member's other sessions
  std::string session_id;
};
struct RetryPressed {};
struct FocusAsked {  // a link in a summary of errors: go to the field
  std::string key;
};

// What only happens once a part of the program is here (parts/model.h): its screens say so, or it answers
// a command of theirs.
using CommonAction = std::variant<DraftsRestored, PasswordEdited, PasswordAdvised>;
using JoiningAction =
    std::variant<RegisterPressed, CertificateSearchPressed, RegistrationCompleted,
                 ActivationMailWanted, MailLinkPressed, PasswordResetPressed, NewPasswordPressed>;
using DeskAction =
    std::variant<QrCodeMade, MySearchPressed, ClaimPressed, CalendarPressed, PrintPressed,
                 DirectorySearchPressed, MoreMembersPressed, ProfileSavePressed, OwnVersionChosen,
                 OtherVersionChosen, StayPressed, DiscardPressed, PreviewPressed, PrivacyChosen,
                 PhotoChosen, PhotoSavePressed, PhotoRemovePressed, EmailFormPressed,
                 EmailChangePressed, PasswordFormPressed, PasswordChangePressed,
                 DeviceSignOutPressed>;

using Action = std::variant<Started, FragmentChanged, ReplyArrived, UseBegun, PartArrived,
                            PartMissed, SessionMayHaveChanged, PageShown, StorageDenied,
                            Superseded, DraftsBlocked, RecordsBlocked, SignInPressed,
                            SignOutPressed, MenuPressed, SearchPressed, NewsletterPressed,
                            RetryPressed, FocusAsked, CommonAction, JoiningAction, DeskAction>;

/// Filled by the views of one frame, in the order in which things happened.
using Actions = std::vector<Action>;

}  // namespace laurel::app

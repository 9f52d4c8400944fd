// The features of the desk. Each has a folder of its name here, in ui/views and in the tests. Here it
// holds what can happen (action.h), what it asks the backend for (requests.h), the keys of its nodes
// (keys.h), its part of the state (model.h), and its part of the update (update.h):
//
//   void open(Model&, Commands&);                              a screen of its own is shown now
//   void update(Model&, Commands&, const Action&);             one of its actions has happened
//   void replied(Model&, Commands&, const Request&, const Reply&);   one of its requests is over
//
// app/features.cpp and ui/views/desk_view.cpp have one line for each, by which it is called.
//
// A feature whose screens come with two parts of the program (part.h) has a name for each share of it, with
// purposes, actions and entry points of that share's own: Feature::joining is one of the accounts.
#pragma once

#include <cstdint>

#include "app/part.h"

namespace laurel::app {

enum class Feature : std::uint8_t {
  shell,    // the frame around every screen, and the landing page
  sign_in,  // of the accounts: what a first visit needs
  newsletter,
  drafts,
  password_advice,      // of the accounts: what is said of a password that is being chosen
  member_associations,  // of the catalogue: their list, which members' forms need as well
  joining,              // of the accounts: registration, the pages that mails lead to, a lost password
  accounts,
  members,
  certificates,
  dashboard,
  verification,  // of the certificates: what everybody may see of one
  catalogue,
  mailbox,
};

/// The part of the program that it comes with. Whatever calls a feature that is not of the first one does
/// it through base::deferred, once that part is here (parts/model.h).
[[nodiscard]] constexpr Part part_of(Feature feature) {
  switch (feature) {
    case Feature::shell:
    case Feature::sign_in:
    case Feature::newsletter:
      return Part::first;
    case Feature::drafts:
    case Feature::password_advice:
    case Feature::member_associations:
      return Part::common;
    case Feature::joining:
      return Part::joining;
    case Feature::accounts:
    case Feature::members:
    case Feature::certificates:
    case Feature::dashboard:
      return Part::desk;
    case Feature::verification:
    case Feature::catalogue:
    case Feature::mailbox:
      return Part::public_pages;
  }
  return Part::first;
}

}  // namespace laurel::app

// The features of the desk. Each has a folder of its name here, in ui/views and in the tests. Here it
// holds what can happen (action.h), what it asks the backend for (requests.h), the keys of its nodes
// (keys.h), its part of the state (model.h), and its part of the update (update.h):
//
//   void open(Model&, Commands&);                              a screen of its own is shown now
//   void update(Model&, Commands&, const Action&);             one of its actions has happened
//   void replied(Model&, Commands&, const Request&, const Reply&);   one of its requests is over
//
// app/features.cpp and ui/views/desk_view.cpp have one line for each, by which it is called.
#pragma once

#include <cstdint>

namespace laurel::app {

enum class Feature : std::uint8_t {
  shell,    // the frame around every screen, and the landing page
  sign_in,  // of the accounts: what a first visit needs
  newsletter,
  accounts,
  members,
  certificates,
  catalogue,
  dashboard,
  mailbox,
};

/// Whether it is here from the start. The others come later (interior/model.h); whatever calls them
/// does it through base::deferred.
[[nodiscard]] constexpr bool is_here_at_once(Feature feature) {
  return feature == Feature::shell || feature == Feature::sign_in ||
         feature == Feature::newsletter;
}

}  // namespace laurel::app

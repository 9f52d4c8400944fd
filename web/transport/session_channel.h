// By which the tabs of one association tell each other that who is signed in has changed: a tab
// that hears of it asks the backend again. Nothing about the member travels.
//
//   web::SessionChannel channel("ipma", [] { /* read the session again */ });
//   channel.announce_session_change();   // after a sign-in or sign-out; the others hear it
#pragma once

#include <functional>
#include <string_view>

namespace laurel::web {

class SessionChannel {
 public:
  /// Without BroadcastChannel (old browsers) nothing is heard or said.
  SessionChannel(std::string_view association, std::function<void()> on_change);
  SessionChannel(const SessionChannel&) = delete;
  SessionChannel& operator=(const SessionChannel&) = delete;
  ~SessionChannel();

  void announce_session_change();

 private:
  friend struct SessionChannelBridge;  // what transport.js calls
  std::function<void()> on_change_;
  int handle_ = 0;
};

}  // namespace laurel::web

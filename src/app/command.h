// What an update asks the host to do. Commands are data: the host runs them and posts what comes of
// them as actions.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/part.h"
#include "app/request.h"
#include "app/route.h"
#include "protocol/http.h"

namespace laurel::app {

/// Answered by a `ReplyArrived` with the same id, always.
struct SendRequest {
  RequestId id;
  protocol::Method method = protocol::Method::get;
  std::string path;
  std::string body;
  std::string idempotency_key;
};

enum class History { push, replace };

/// Changes the address; no `FragmentChanged` follows, since the model shows the view already.
struct Navigate {
  Route route;
  History history = History::push;
};

/// Takes back what the member did to the address by a link, "back" or "forward": the screen that the
/// model shows stays, and so does its place in the browser's history. No `FragmentChanged` follows.
struct UndoNavigation {};

/// Gives the focus to the node of the semantic tree with this key, after the next frame.
struct MoveFocus {
  std::string key;
};

/// Lets the other tabs of this association post `SessionMayHaveChanged`.
struct TellOtherTabs {};

/// How hard this password is to guess; answered by `PasswordAdvised`, or never where the host cannot.
struct AskPasswordAdvice {
  std::int64_t question = 0;
  std::string password;
  std::vector<std::string> context;  // words that an attacker would try first
};

/// Gives the member a file, as a download.
struct SaveFile {
  std::string name;
  std::string content_type;
  std::string content;
};

/// Lets the member print the page.
struct PrintPage {};

/// Answered by `QrCodeMade`, or never where the host cannot.
struct MakeQrCode {
  std::string text;
};

/// Loads a part of the program and what it needs; answered by `PartArrived` or `PartMissed`.
struct LoadPart {
  Part part = Part::common;
};

using Command = std::variant<SendRequest, Navigate, UndoNavigation, MoveFocus, TellOtherTabs,
                             AskPasswordAdvice, SaveFile, PrintPage, MakeQrCode, LoadPart>;
using Commands = std::vector<Command>;

}  // namespace laurel::app

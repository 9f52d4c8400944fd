// Keeps the drafts of one association's desk in this browser, for a day: what was typed survives a
// reload and a killed tab. Nothing is written before what was kept has been read.
//
//   DraftStore drafts("ipma", {.on_restored = …, .on_denied = …});
//   drafts.keep(app::kept_drafts(model));   // after each change; writes only what differs
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "web/storage/storage.h"

namespace laurel::web {

struct DraftEvents {
  std::function<void(std::string kept)> on_restored;  // at most once
  std::function<void()> on_denied;                    // the browser keeps nothing
  std::function<void()> on_superseded;                // a newer version of the page keeps them now
  std::function<void(bool)> on_blocked;               // an older one has to be closed first, or has been
};

class DraftStore {
 public:
  DraftStore(std::string association, DraftEvents events);

  void keep(std::string drafts);

 private:
  void opened(base::Result<std::unique_ptr<Database>> database);
  void restored(const std::optional<std::string>& entry);
  void failed(const base::Error& error);
  void blocked(bool blocked);
  void write();

  std::string association_;
  DraftEvents events_;
  std::unique_ptr<Database> database_;
  bool blocked_ = false;  // an older version has the database open
  bool ready_ = false;    // what was kept is read
  bool writing_ = false;  // one batch at a time; the next has what has changed in the meantime
  std::string wanted_;
  std::string writing_text_;
  std::string written_;
  std::optional<std::string> refused_;  // tried again when something else is wanted
};

}  // namespace laurel::web

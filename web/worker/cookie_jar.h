// The cookies of the offline demo. The page never sees them, as it never sees a server's HttpOnly
// cookies; they lie in the worker's own database.
//
// A cookie with Max-Age lives that long. One without lives as long as the browser's session, which
// the pages name (transport.js, `browserSession`): a name that is kept over reloads, shared by all
// tabs, and forgotten when the last one is closed. Loading drops the cookies of former sessions.
//
//   jar.load(entries, "7f3a…", now);
//   request.cookies = jar.cookies(now);
//   std::vector<web::Change> changes = jar.stage(response.cookies, now);
//   …saved:  jar.merge();      …not saved:  jar.drop();
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "protocol/http.h"
#include "web/storage/storage.h"

namespace laurel::web {

class CookieJar {
 public:
  static constexpr std::string_view store = "cookies";

  /// Takes what the database holds, and what is to be cleared away there.
  [[nodiscard]] std::vector<Change> load(const std::vector<Entry>& entries,
                                         std::string_view browser_session, base::Instant now);

  [[nodiscard]] std::vector<protocol::Cookie> cookies(base::Instant now) const;

  /// Sets and removes cookies, until `merge` or `drop` decides. Returns what to write.
  [[nodiscard]] std::vector<Change> stage(const std::vector<protocol::SetCookie>& cookies,
                                          base::Instant now);
  void merge() { kept_ = current_; }
  void drop() { current_ = kept_; }

 private:
  struct Kept {
    std::string value;
    std::optional<base::Instant> expires;   // nothing: with the browser's session
    std::optional<std::string> session;     // whose it is then

    static constexpr auto fields();
  };
  using Cookies = std::map<std::string, Kept, std::less<>>;

  std::string browser_session_;
  Cookies kept_;
  Cookies current_;
};

}  // namespace laurel::web

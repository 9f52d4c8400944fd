// The site's files, read once at start: a request can only ever get what is in this table, so there
// is no path to climb out of. A file's .br and .gz neighbours are its compressed forms (brotli,
// gzip).
//
//   const auto site = server::StaticSite::load("build/dist");
//   const server::HttpReply reply = site->reply(request);
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "server/http_message.h"

namespace laurel::server {

class StaticSite {
 public:
  /// A site without files: every path is unknown.
  StaticSite() = default;

  /// Errors: `unavailable` when the folder cannot be read.
  [[nodiscard]] static base::Result<StaticSite> load(const std::string& folder);

  /// GET and HEAD, `If-None-Match`, `Accept-Encoding`; "/ipma" is sent on to "/ipma/".
  [[nodiscard]] HttpReply reply(const HttpRequest& request) const;

  /// Adds a file that is made by the program, in place of one from the folder.
  void replace(const std::string& path, std::string content);

 private:
  struct File {
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> brotli;  // null: none
    std::shared_ptr<const std::string> gzip;
    std::string tag;  // of the plain content
  };

  void add(const std::string& path, std::string content);

  [[nodiscard]] HttpReply reply_with(const File& file, const std::string& path,
                                     const HttpRequest& request) const;

  std::map<std::string, File, std::less<>> files_;  // by path: "/ipma/index.html"
};

}  // namespace laurel::server

#include "server/static_site.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "adapters/sodium/sodium_hasher.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "server/security_headers.h"

namespace laurel::server {
namespace {

namespace fs = std::filesystem;

struct MediaType {
  std::string_view extension;
  std::string_view name;
};

constexpr std::array media_types = {
    MediaType{".html", "text/html; charset=utf-8"},
    MediaType{".css", "text/css; charset=utf-8"},
    MediaType{".js", "text/javascript; charset=utf-8"},
    MediaType{".mjs", "text/javascript; charset=utf-8"},
    MediaType{".wasm", "application/wasm"},
    MediaType{".json", "application/json"},
    MediaType{".webmanifest", "application/manifest+json"},
    MediaType{".svg", "image/svg+xml"},
    MediaType{".png", "image/png"},
    MediaType{".jpg", "image/jpeg"},
    MediaType{".ico", "image/vnd.microsoft.icon"},
    MediaType{".txt", "text/plain; charset=utf-8"},
};

std::string extension_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  const std::size_t slash = path.rfind('/');
  if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return {};
  return std::string(path.substr(dot));
}

std::string media_type_of(std::string_view path) {
  const std::string extension = extension_of(path);
  for (const MediaType& type : media_types) {
    if (type.extension == extension) return std::string(type.name);
  }
  return "application/octet-stream";
}

/// "page.1a2b3c4d.wasm": the name changes with the content.
bool has_hashed_name(std::string_view path) {
  path.remove_suffix(extension_of(path).size());
  std::string hash = extension_of(path);
  if (hash.size() < 9) return false;
  return hash.find_first_not_of("0123456789abcdef", 1) == std::string::npos;
}

/// Whether an Accept-Encoding header allows the coding (RFC 9110 12.5.3): named with q above zero.
/// "*" is not taken up: no browser sends it alone.
bool accepts(std::string_view header, std::string_view coding) {
  while (!header.empty()) {
    const std::size_t comma = header.find(',');
    const std::string_view item = header.substr(0, comma);
    header = comma == std::string_view::npos ? std::string_view{} : header.substr(comma + 1);
    const std::size_t semicolon = item.find(';');
    if (base::ascii_lower(base::trim(item.substr(0, semicolon))) != coding) continue;
    if (semicolon == std::string_view::npos) return true;
    const std::string weight = base::ascii_lower(base::trim(item.substr(semicolon + 1)));
    return weight.find_first_of("123456789") != std::string::npos;
  }
  return false;
}

std::optional<std::string> content_of(const fs::path& path) {
  const std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  if (!file) return std::nullopt;
  return std::move(content).str();
}

HttpReply plain_reply(int status, std::string text) {
  HttpReply reply;
  reply.status = status;
  reply.headers = {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", "no-cache"}};
  add_security_headers(reply.headers);
  reply.body = std::make_shared<const std::string>(std::move(text));
  return reply;
}

HttpReply redirect(const std::string& path, const HttpRequest& request) {
  HttpReply reply = plain_reply(308, "Moved\n");
  reply.headers.emplace_back("Location", path + request.target.substr(request.path().size()));
  return reply;
}

}  // namespace

base::Result<StaticSite> StaticSite::load(const std::string& folder) {
  StaticSite site;
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, error);
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    if (!entries->is_regular_file()) continue;
    auto content = content_of(entries->path());
    if (!content) return base::fail(base::ErrorCode::unavailable, "site: a file is unreadable");
    std::string path = "/" + fs::relative(entries->path(), folder).generic_string();
    const std::string extension = extension_of(path);
    if (extension == ".br" || extension == ".gz") {
      path.resize(path.size() - extension.size());
      auto shared = std::make_shared<const std::string>(std::move(*content));
      (extension == ".br" ? site.files_[path].brotli : site.files_[path].gzip) = std::move(shared);
    } else {
      site.add(path, std::move(*content));
    }
  }
  if (error) return base::fail(base::ErrorCode::unavailable, "site: " + error.message());
  std::erase_if(site.files_, [](const auto& entry) { return entry.second.plain == nullptr; });
  return site;
}

void StaticSite::replace(const std::string& path, std::string content) {
  files_.erase(path);
  add(path, std::move(content));
}

void StaticSite::add(const std::string& path, std::string content) {
  File& file = files_[path];
  file.tag = base::to_base64url(
      adapters::sodium::SodiumHasher().sha256(content).substr(0, 12));
  file.plain = std::make_shared<const std::string>(std::move(content));
}

HttpReply StaticSite::reply(const HttpRequest& request) const {
  if (request.method != "GET" && request.method != "HEAD") {
    HttpReply refused = plain_reply(405, "Method not allowed\n");
    refused.headers.emplace_back("Allow", "GET, HEAD");
    return refused;
  }
  std::string path = request.path();
  if (!path.empty() && path.back() == '/') path += "index.html";
  const auto found = files_.find(path);
  if (found != files_.end()) return reply_with(found->second, path, request);
  if (files_.contains(path + "/index.html")) return redirect(path + "/", request);
  return plain_reply(404, "Not found\n");
}

HttpReply StaticSite::reply_with(const File& file, const std::string& path,
                                 const HttpRequest& request) const {
  HttpReply reply;
  reply.body = file.plain;
  std::string tag = file.tag;
  const std::string accepted = request.header("Accept-Encoding");
  if (file.brotli != nullptr && accepts(accepted, "br")) {
    reply.body = file.brotli;
    reply.headers.emplace_back("Content-Encoding", "br");
    tag += "-br";
  } else if (file.gzip != nullptr && accepts(accepted, "gzip")) {
    reply.body = file.gzip;
    reply.headers.emplace_back("Content-Encoding", "gzip");
    tag += "-gz";
  }
  tag = "\"" + tag + "\"";
  reply.headers.emplace_back("Content-Type", media_type_of(path));
  reply.headers.emplace_back("Cache-Control", has_hashed_name(path)
                                                  ? "public, max-age=31536000, immutable"
                                                  : "no-cache");
  reply.headers.emplace_back("ETag", tag);
  reply.headers.emplace_back("Vary", "Accept-Encoding");
  add_security_headers(reply.headers);
  if (names_tag(request.header("If-None-Match"), tag)) {
    reply.status = 304;
    reply.body = nullptr;
  }
  return reply;
}

}  // namespace laurel::server

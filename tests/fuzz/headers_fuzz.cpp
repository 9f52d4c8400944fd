// What src/server makes of a request's target and headers, once Beast has taken them apart:
// cookies, the client's address behind proxies, the site's files and the line in the log.
//
// The input is the target in one line and headers ("Name: value") in those after it.
#include <algorithm>
#include <array>
#include <fstream>
#include <vector>

#include "base/utf8.h"
#include "server/access_log.h"
#include "server/cookies.h"
#include "server/http_message.h"
#include "server/router.h"
#include "server/static_site.h"
#include "tests/fuzz/property.h"
#include "tests/support/temporary_folder.h"

namespace laurel::fuzz {
namespace {

using server::HttpReply;
using server::HttpRequest;

const std::vector<std::string> proxies = {"127.0.0.1", "10.0.0.1"};

constexpr std::array<std::string_view, 3> pages = {"/index.html", "/ipma/index.html",
                                                   "/static/page.0123abcd.js"};

server::StaticSite make_site() {
  const tests::TemporaryFolder folder;
  for (const char* sub : {"/ipma", "/static"}) {
    std::filesystem::create_directories(folder.path() + sub);
  }
  for (const std::string_view page : pages) {
    for (const char* form : {"", ".br", ".gz"}) {
      std::ofstream(folder.path() + std::string(page) + form) << "content" << form;
    }
  }
  return *server::StaticSite::load(folder.path());
}

const server::StaticSite site = make_site();

/// Beast lets no control characters through.
std::string without_controls(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; });
  return out;
}

HttpRequest parse_request(std::string_view text) {
  HttpRequest request;
  request.method = "GET";
  request.target = "/" + without_controls(take_until(text, "\n"));
  request.peer_address = proxies[0];
  while (!text.empty()) {
    std::string_view line = take_until(text, "\n");
    const std::string name = without_controls(take_until(line, ":"));
    request.headers.emplace_back(name, without_controls(base::trim(line)));
  }
  return request;
}

void check_lookup(const HttpRequest& request) {
  const std::string path = request.path();
  always(path.find('?') == std::string::npos, "a path has no query");
  always(request.target.rfind(path, 0) == 0, "a target begins with its path");
  for (const auto& [name, value] : request.headers) {
    const std::string found = request.header(name);
    always(found.find(value) != std::string::npos, "a header is found by its name");
    always(found == request.header(base::ascii_lower(name)), "a header is found in any case");
  }
}

bool same(const std::vector<protocol::Cookie>& a, const std::vector<protocol::Cookie>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& two) {
    return one.name == two.name && one.value == two.value;
  });
}

void check_cookies(const HttpRequest& request) {
  const auto cookies = server::parse_cookies(request.header("Cookie", "; "));
  std::string written;
  for (const protocol::Cookie& cookie : cookies) {
    always(!cookie.name.empty() && cookie.name.find_first_of("=;") == std::string::npos,
           "a cookie has a name");
    always(cookie.value.find(';') == std::string::npos, "a cookie's value ends where it ends");
    written += cookie.name + "=" + cookie.value + "; ";
    const auto set = server::parse_cookies(server::format_cookie({cookie.name, cookie.value, 60}));
    always(!set.empty() && same({set[0]}, {cookie}), "a cookie that is set begins with its pair");
  }
  always(same(server::parse_cookies(written), cookies), "cookies that are sent back are the same");
}

bool is_proxy(const std::string& address) {
  return std::find(proxies.begin(), proxies.end(), address) != proxies.end();
}

void check_address(HttpRequest request) {
  always(server::client_address(request, {}) == request.peer_address,
         "without trusted proxies nobody says who they are");
  const std::string address = server::client_address(request, proxies);
  if (is_proxy(address)) return;
  always(request.header("X-Forwarded-For").find(address) != std::string::npos,
         "an address was said by a proxy");
  // A client's own words stand before those that the proxies add.
  request.headers.insert(request.headers.begin(), {"x-forwarded-for", "198.51.100.7, 10.0.0.1"});
  always(server::client_address(request, proxies) == address, "a client cannot change its address");
}

std::string header_of(const HttpReply& reply, std::string_view name) {
  for (const auto& [key, value] : reply.headers) {
    if (key == name) return value;
  }
  return {};
}

bool is_page(std::string_view path) {
  return std::find(pages.begin(), pages.end(), path) != pages.end();
}

void check_site(const HttpRequest& request) {
  const HttpReply reply = site.reply(request);
  const std::string path = request.path();
  const std::string location = header_of(reply, "Location");
  const std::string coding = header_of(reply, "Content-Encoding");
  const bool is_file = is_page(path) || (path.back() == '/' && is_page(path + "index.html"));
  always(is_file == (reply.status == 200 || reply.status == 304), "a page is there, nothing else");
  always(is_file || reply.status == 308 || reply.status == 404, "what is no page is not found");
  always((reply.status == 308) == !location.empty(), "who is sent on learns where");
  always(location.empty() || (is_page(path + "/index.html") && location.rfind(path + "/", 0) == 0),
         "nobody is sent to a place that is not ours");
  const std::string accepted = base::ascii_lower(request.header("Accept-Encoding"));
  always(accepted.find(coding) != std::string::npos, "a coding was asked for");
  always(!header_of(reply, "Content-Security-Policy").empty(), "every reply has its policy");
  always((reply.body == nullptr) == (reply.status == 304), "a reply has a body unless it is known");
}

void check_log(const HttpRequest& request) {
  std::array<char, 2048> text{};
  std::FILE* file = ::fmemopen(text.data(), text.size(), "w");
  server::AccessLog(file).request(
      {request.method, request.path(), 200, std::chrono::microseconds(1), 2});
  std::fclose(file);
  const std::string_view written(text.data());
  always(std::count(written.begin(), written.end(), '\n') == 1 && written.back() == '\n',
         "a request is one line in the log");
  always(std::all_of(written.begin(), written.end() - 1,
                     [](char c) { return c >= ' ' && c < 0x7F; }),
         "a log is visible ASCII");
}

}  // namespace
}  // namespace laurel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto request = laurel::fuzz::parse_request(laurel::fuzz::as_text(data, size));
  laurel::fuzz::check_lookup(request);
  laurel::fuzz::check_cookies(request);
  laurel::fuzz::check_address(request);
  laurel::fuzz::check_site(request);
  laurel::fuzz::check_log(request);
  return 0;
}

#include "server/static_site.h"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "tests/support/temporary_folder.h"

namespace laurel::server {
namespace {

struct Site {
  Site() {
    std::filesystem::create_directory(folder.file("ipma"));
    write("index.html", "<p>chooser");
    write("ipma/index.html", "<p>ipma");
    write("page.1a2b3c4d.wasm", "plain wasm");
    write("page.1a2b3c4d.wasm.br", "brotli wasm");
    write("page.1a2b3c4d.wasm.gz", "gzip wasm");
    write("boot.js", "boot");
    write("orphan.txt.br", "nothing");
    write("laurel-host.json", "{\"host\":\"worker\"}");
    auto loaded = StaticSite::load(folder.path());
    REQUIRE(loaded);
    site = std::move(*loaded);
  }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(folder.file(name)) << content;
  }
  HttpReply get(const std::string& target, const Headers& headers = {},
                const std::string& method = "GET") const {
    HttpRequest request;
    request.method = method;
    request.target = target;
    request.headers = headers;
    return site.reply(request);
  }
  tests::TemporaryFolder folder;
  StaticSite site;
};

std::string header(const HttpReply& reply, const std::string& name) {
  for (const auto& [key, value] : reply.headers) {
    if (key == name) return value;
  }
  return {};
}

TEST_CASE("files with their types; html is asked for again, hashed names are kept for ever") {
  const Site site;
  const HttpReply html = site.get("/ipma/?x=1");
  CHECK(html.status == 200);
  CHECK(*html.body == "<p>ipma");
  CHECK(header(html, "Content-Type") == "text/html; charset=utf-8");
  CHECK(header(html, "Cache-Control") == "no-cache");
  CHECK(*site.get("/").body == "<p>chooser");
  const HttpReply wasm = site.get("/page.1a2b3c4d.wasm");
  CHECK(header(wasm, "Content-Type") == "application/wasm");
  CHECK(header(wasm, "Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(header(site.get("/boot.js"), "Content-Type") == "text/javascript; charset=utf-8");
  CHECK(header(site.get("/boot.js"), "Cache-Control") == "no-cache");
}

TEST_CASE("promise 29: the policy lets in our own scripts and WebAssembly, and no frame") {
  const Site site;
  for (const char* path : {"/", "/boot.js", "/nothing"}) {
    const HttpReply reply = site.get(path);
    const std::string policy = header(reply, "Content-Security-Policy");
    CHECK(policy.find("default-src 'none'") == 0);
    CHECK(policy.find("script-src 'self' 'wasm-unsafe-eval';") != std::string::npos);
    CHECK(policy.find("object-src 'none'") != std::string::npos);
    CHECK(policy.find("base-uri 'none'") != std::string::npos);
    CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
    CHECK(policy.find("unsafe-inline") == std::string::npos);
    CHECK(header(reply, "X-Content-Type-Options") == "nosniff");
    CHECK(header(reply, "Referrer-Policy") == "same-origin");
  }
}

TEST_CASE("the compressed form that the browser takes") {
  const Site site;
  const std::string path = "/page.1a2b3c4d.wasm";
  const HttpReply brotli = site.get(path, {{"accept-encoding", "gzip, deflate, br"}});
  CHECK(*brotli.body == "brotli wasm");
  CHECK(header(brotli, "Content-Encoding") == "br");
  CHECK(header(brotli, "Vary") == "Accept-Encoding");
  CHECK(header(brotli, "Content-Type") == "application/wasm");
  CHECK(*site.get(path, {{"Accept-Encoding", "gzip"}}).body == "gzip wasm");
  CHECK(*site.get(path, {{"Accept-Encoding", "br;q=0, gzip;q=0.5"}}).body == "gzip wasm");
  CHECK(*site.get(path, {{"Accept-Encoding", "br;q=0.000"}}).body == "plain wasm");
  CHECK(*site.get(path).body == "plain wasm");
}

TEST_CASE("an entity tag of its own for each form, and 304 without a body") {
  const Site site;
  const std::string path = "/page.1a2b3c4d.wasm";
  const std::string plain = header(site.get(path), "ETag");
  const std::string brotli = header(site.get(path, {{"Accept-Encoding", "br"}}), "ETag");
  CHECK(plain.front() == '"');
  CHECK(plain != brotli);
  const HttpReply unchanged = site.get(path, {{"If-None-Match", "\"other\", W/" + plain}});
  CHECK(unchanged.status == 304);
  CHECK(unchanged.body == nullptr);
  CHECK(header(unchanged, "ETag") == plain);
  CHECK(site.get(path, {{"If-None-Match", brotli}}).status == 200);
  CHECK(site.get(path, {{"If-None-Match", "*"}}).status == 304);
}

TEST_CASE("no path leads out of the folder") {
  const Site site;
  for (const char* path :
       {"/../secret", "/ipma/../../etc/passwd", "/%2e%2e/etc/passwd", "//etc/passwd", "/ipma/..",
        "/./index.html", "/orphan.txt", "/orphan.txt.br", "/page.1a2b3c4d.wasm.br", "/..%5c"}) {
    CHECK(site.get(path).status == 404);
  }
}

TEST_CASE("an association's folder without its slash is sent on, with the query") {
  const Site site;
  const HttpReply reply = site.get("/ipma?lang=de");
  CHECK(reply.status == 308);
  CHECK(header(reply, "Location") == "/ipma/?lang=de");
  CHECK(site.get("//ipma").status == 404);
}

TEST_CASE("promise 18: files know GET and HEAD") {
  const Site site;
  CHECK(site.get("/", {}, "HEAD").status == 200);
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"}) {
    const HttpReply reply = site.get("/", {}, method);
    CHECK(reply.status == 405);
    CHECK(header(reply, "Allow") == "GET, HEAD");
  }
}

TEST_CASE("a file of the program takes the place of the folder's") {
  Site site;
  site.site.replace("/laurel-host.json", "{\"host\":\"server\"}");
  CHECK(*site.get("/laurel-host.json").body == "{\"host\":\"server\"}");
}

}  // namespace
}  // namespace laurel::server

#include "service/catalogue/contents.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/support/backend.h"

namespace laurel {
namespace {

std::string content(const std::string& texts, const std::string& member_associations = "",
                    const std::string& organisations = "") {
  return R"({"texts":[)" + texts + R"(],"member_associations":[)" + member_associations +
         R"(],"organisations":[)" + organisations + "]}";
}

std::string why_refused(const std::string& json) {
  domain::Association association;
  association.policies_version = "2026-11";
  const auto read = service::catalogue::read_content(json, association);
  if (read) return "";
  CHECK(read.error().code == base::ErrorCode::invalid_input);
  return read.error().context;
}

TEST_CASE("content is refused for what would mislead its readers, with the reason") {
  const std::string about = R"({"id":"about","title":"A","sections":[]})";
  const std::string gpm = R"({"short_name":"GPM","name":"G","country":"DE","website":""})";
  CHECK(why_refused(content(about, gpm)).empty());
  CHECK(why_refused("{").find("JSON") == 0);
  CHECK(why_refused(content(about + "," + about)) == "text \"about\" stands there twice");
  CHECK(why_refused(content("", gpm + "," + gpm)) == "\"GPM\" stands there twice");
  CHECK(why_refused(content("", "", R"({"name":"N","summary":"","country":"DE",)"
                                    R"("website":"javascript:alert"})")) ==
        "\"N\": website: no address of a web page");
}

TEST_CASE("the policies are those that members agree to") {
  for (const char* id : {"user-agreement", "privacy-policy", "cookie-policy"}) {
    const std::string start = R"({"id":")" + std::string(id) + R"(","title":"P","sections":[])";
    CHECK(why_refused(content(start + R"(,"version":"2026-11"})")).empty());
    CHECK(why_refused(content(start + R"(,"version":"2025-01"})")).find(id) != std::string::npos);
    CHECK(why_refused(content(start + "}")).find(id) != std::string::npos);
  }
}

TEST_CASE("the associations' own content holds every text that the desk links to") {
  const auto associations = tests::sample_associations();
  for (const auto& [id, its] : tests::sample_contents(associations)) {
    CAPTURE(id);
    for (const char* wanted : {"user-agreement", "privacy-policy", "cookie-policy",
                               "terms-of-service", "about", "contact"}) {
      CAPTURE(std::string(wanted));
      const bool found = std::any_of(its.texts.begin(), its.texts.end(),
                                     [&](const auto& text) { return text.id == wanted; });
      CHECK(found);
    }
  }
}

}  // namespace
}  // namespace laurel

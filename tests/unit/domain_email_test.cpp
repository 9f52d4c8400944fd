#include "domain/email.h"

#include <doctest/doctest.h>

namespace laurel::domain {
namespace {

TEST_CASE("addresses are stored in one form") {
  CHECK(parse_email("  Ana.Kos@Example.ORG ") == "ana.kos@example.org");
  CHECK(parse_email("a+tag@mail.example.org") == "a+tag@mail.example.org");
  CHECK(parse_email("o'neil@example.org") == "o'neil@example.org");
  CHECK(parse_email("山田@例え.jp") == "山田@例え.jp");
  CHECK(parse_email("x@xn--r8jz45g.jp"));
  CHECK(parse_email(std::string(64, 'a') + "@example.org"));
}

TEST_CASE("promise 15: what is no address") {
  for (const std::string& text :
       {std::string(), std::string("ana"), std::string("ana@"), std::string("@example.org"),
        std::string("ana@localhost"), std::string("a b@example.org"), std::string("a@@b.org"),
        std::string("a@b@example.org"), std::string(".a@example.org"), std::string("a.@b.org"),
        std::string("a..b@example.org"), std::string("a@-b.org"), std::string("a@b-.org"),
        std::string("a@.org"), std::string("a@b..org"), std::string("a@b.org."),
        std::string("a@b_c.org"), std::string("\"a b\"@example.org"), std::string("a@[192.0.2.1]"),
        std::string("a\r\nBcc: x@example.org"), std::string("a@exa\nmple.org"),
        std::string("a\0@example.org", 14), std::string("a\xff@example.org"),
        std::string(65, 'a') + "@example.org", "a@" + std::string(64, 'b') + ".org",
        "a@" + std::string(250, 'b') + ".org"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_email(text));
  }
}

}  // namespace
}  // namespace laurel::domain

#include "domain/share.h"

#include <doctest/doctest.h>

namespace laurel::domain {
namespace {

using namespace std::chrono_literals;

SharedBadge badge() {
  return {.name = "IPMA Level B®",
          .issuer = "International Project Management Association (IPMA)",
          .linkedin_organisation = std::nullopt,
          .issued = base::Date(2026y / 1 / 31),
          .expires = base::Date(2030y / 12 / 1),
          .address = "https://my.ipma.example/badges/7c?lang=en",
          .id = "7c"};
}

// The addresses are those of facts seen in use; each value was encoded by an independent program, as
// JavaScript's encodeURIComponent does, with !'()* encoded too.
TEST_CASE("LinkedIn's form for a certification, to the letter: months count from 1") {
  CHECK(linkedin_profile_address(badge()) ==
        "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME"
        "&name=IPMA%20Level%20B%C2%AE"
        "&organizationName=International%20Project%20Management%20Association%20%28IPMA%29"
        "&issueYear=2026&issueMonth=1&expirationYear=2030&expirationMonth=12"
        "&certUrl=https%3A%2F%2Fmy.ipma.example%2Fbadges%2F7c%3Flang%3Den&certId=7c");
}

TEST_CASE("a badge that does not expire says nothing of expiry; a known organisation has its number") {
  SharedBadge lasting = badge();
  lasting.expires = std::nullopt;
  lasting.linkedin_organisation = "123456";
  CHECK(linkedin_profile_address(lasting) ==
        "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME"
        "&name=IPMA%20Level%20B%C2%AE&organizationId=123456&issueYear=2026&issueMonth=1"
        "&certUrl=https%3A%2F%2Fmy.ipma.example%2Fbadges%2F7c%3Flang%3Den&certId=7c");
}

TEST_CASE("networks get the page's address, and the message where they take one") {
  const std::string page = "https%3A%2F%2Fmy.ipma.example%2Fbadges%2F7c%3Flang%3Den";
  const std::string_view message = "I earned “B”, 花子’s 🎉 & more + you?";
  const std::string encoded =
      "I%20earned%20%E2%80%9CB%E2%80%9D%2C%20%E8%8A%B1%E5%AD%90%E2%80%99s%20%F0%9F%8E%89%20%26%20more"
      "%20%2B%20you%3F";
  CHECK(share_address(Network::linkedin, badge(), message) ==
        "https://www.linkedin.com/sharing/share-offsite/?url=" + page);
  CHECK(share_address(Network::facebook, badge(), message) ==
        "https://www.facebook.com/sharer/sharer.php?u=" + page);
  CHECK(share_address(Network::x, badge(), message) ==
        "https://x.com/intent/post?text=" + encoded + "&url=" + page);
  CHECK(share_address(Network::bluesky, badge(), message) ==
        "https://bsky.app/intent/compose?text=" + encoded + "%20" + page);
  CHECK(share_address(Network::whatsapp, badge(), message) ==
        "https://wa.me/?text=" + encoded + "%20" + page);
  CHECK(share_address(Network::whatsapp, badge(), "") == "https://wa.me/?text=" + page);
}

/// The message that stands in an address for X.
std::size_t signs_on_x(std::string_view message) {
  const std::string address = share_address(Network::x, badge(), message);
  const std::size_t start = address.find("text=") + 5;
  const std::string text = address.substr(start, address.find("&url=") - start);
  std::size_t signs = 0;
  for (std::size_t i = 0; i < text.size(); i += text[i] == '%' ? 3 : 1) {
    const bool continues = text[i] == '%' && (text[i + 1] == '8' || text[i + 1] == '9' ||
                                              text[i + 1] == 'A' || text[i + 1] == 'B');
    if (!continues) ++signs;
  }
  return signs;
}

TEST_CASE("X has room for 280, of which an address takes 23: a longer message ends in an ellipsis") {
  CHECK(signs_on_x(std::string(256, 'a')) == 256);
  CHECK(signs_on_x(std::string(257, 'a')) == 254 + 1);  // the ellipsis counts twice
  std::string japanese;
  for (int i = 0; i < 129; ++i) japanese += "花";  // each counts twice
  CHECK(signs_on_x(japanese) == 127 + 1);
  CHECK(share_address(Network::x, badge(), std::string(257, 'a')).find("%E2%80%A6&url=") !=
        std::string::npos);
}

TEST_CASE("a mail's lines are broken as RFC 6068 has it") {
  CHECK(mail_address("My badge & I", "One\nTwo\r\n\nThree ®") ==
        "mailto:?subject=My%20badge%20%26%20I&body=One%0D%0ATwo%0D%0A%0D%0AThree%20%C2%AE");
}

}  // namespace
}  // namespace laurel::domain

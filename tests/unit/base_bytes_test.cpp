#include "base/bytes.h"

#include <doctest/doctest.h>

namespace laurel::base {
namespace {

TEST_CASE("hexadecimal") {
  CHECK(to_hex("") == "");
  CHECK(to_hex(std::string_view("\x00\x01\xab\xff", 4)) == "0001abff");
}

TEST_CASE("base64url: the vectors of RFC 4648 section 10, without padding") {
  const std::pair<std::string_view, std::string_view> vectors[] = {
      {"", ""},         {"f", "Zg"},       {"fo", "Zm8"},        {"foo", "Zm9v"},
      {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}, {"\xfb\xff", "-_8"}};
  for (const auto& [bytes, text] : vectors) {
    CHECK(to_base64url(bytes) == text);
    CHECK(from_base64url(text) == bytes);
  }
}

TEST_CASE("base64url: what no bytes have is refused") {
  for (const char* text : {"Z", "Zm9vY", "Zg==", "Zh", "Zm9", "Z g", "Zm+v", "Zm/v", "Zm9v\n"}) {
    CHECK_FALSE(from_base64url(text));
  }
}

TEST_CASE("base64: the vectors of RFC 4648 section 10") {
  const std::pair<std::string_view, std::string_view> vectors[] = {
      {"", ""},             {"f", "Zg=="},        {"fo", "Zm8="},        {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}, {"\xfb\xff", "+/8="}};
  for (const auto& [bytes, text] : vectors) {
    CHECK(to_base64(bytes) == text);
    CHECK(from_base64(text) == bytes);
  }
}

TEST_CASE("base64: what no bytes have is refused") {
  for (const char* text : {"Z", "Zg", "Zg=", "Zg===", "Z===", "====", "Zm9v====", "Zh==", "Zm9=",
                           "=Zg=", "Z g=", "-_8=", "Zm9\n", "Zg==Zg=="}) {
    CHECK_FALSE(from_base64(text));
  }
}

}  // namespace
}  // namespace laurel::base

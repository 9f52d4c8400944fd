#include "domain/phone_number.h"

#include <doctest/doctest.h>

namespace laurel::domain {
namespace {

TEST_CASE("telephone numbers are stored in one form") {
  for (const char* typed :
       {"+38640123456", " +386 40 123 456 ", "00386 40 123 456", "+386-40-123-456",
        "+386 (0)40 123 456", "+386 ( 0 ) 40/123.456", "+(386) 40 123456", "(+386) 40 123456",
        "+386\u00A040\u2013123\u2011456", "(00386) 40 123456"}) {
    CAPTURE(typed);
    CHECK(parse_phone_number(typed) == "+38640123456");
  }
  CHECK(parse_phone_number("+683 4000") == "+6834000");
  CHECK(parse_phone_number("+123456789012345") == "+123456789012345");
  CHECK(parse_phone_number("+49 (030) 123456") == "+49030123456");
}

TEST_CASE("what is no telephone number, or none that every country can dial") {
  for (const char* typed :
       {"", "+", "00", "040 123 456", "38640123456", "+0386401234", "000386401234", "+123456",
        "+1234567890123456", "+386 40 123 45a", "++38640123456", "386+40123456",
        "+386 (40 123 456", "+386 40) 123 456", "+386 ((0)) 40 123 456", "+386 40 123 456 ext. 7",
        "+386\n40123456", "+\xFF" "38640123456"}) {
    CAPTURE(typed);
    CHECK_FALSE(parse_phone_number(typed));
  }
}

}  // namespace
}  // namespace laurel::domain

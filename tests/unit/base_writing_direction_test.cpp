#include <doctest/doctest.h>

#include "base/writing_direction.h"

using laurel::base::Direction;
using laurel::base::direction_of_language;

TEST_CASE("languages of the Arabic, Hebrew, Thaana, Syriac and N'Ko scripts run from right to left") {
  for (const char* tag : {"ar", "ar-EG", "he", "iw", "fa", "fa-AF", "ur", "ur-PK", "ps", "sd", "ug",
                          "yi", "dv", "ckb", "ckb-IQ", "syr", "nqo", "AR", "ar-001", "ar-arb-EG"}) {
    CAPTURE(tag);
    CHECK(direction_of_language(tag) == Direction::right_to_left);
  }
}

TEST_CASE("all others run from left to right, and so does what is no tag") {
  for (const char* tag : {"en", "de-AT", "sl", "ja", "zh-Hant", "hi", "el", "ru", "ku", "pa", "az",
                          "a", "ara", "r", "", "-", "-ar", "--", " ", "ar ", "x-ar", "en-u-nu-arab"}) {
    CAPTURE(tag);
    CHECK(direction_of_language(tag) == Direction::left_to_right);
  }
}

TEST_CASE("the script decides where the tag names one") {
  for (const char* tag : {"ku-Arab", "pa-Arab-PK", "az-arab", "en-Hebr", "ff-Adlm", "ur-Aran",
                          "zh-yue-Arab", "pa-ARAB"}) {
    CAPTURE(tag);
    CHECK(direction_of_language(tag) == Direction::right_to_left);
  }
  for (const char* tag : {"ar-Latn", "yi-Latn-US", "ug-Cyrl", "sd-Deva", "ks-Deva-IN"}) {
    CAPTURE(tag);
    CHECK(direction_of_language(tag) == Direction::left_to_right);
  }
  CHECK(direction_of_language("ar-1994") == Direction::right_to_left);  // a variant, no script
}

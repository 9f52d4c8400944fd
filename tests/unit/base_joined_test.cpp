#include "base/joined.h"

#include <doctest/doctest.h>

using namespace laurel::base;

TEST_CASE("parts that are joined leave no gap where one is empty") {
  CHECK(joined({"Ljubljana", "", "ZPM"}, " · ") == "Ljubljana · ZPM");
  CHECK(joined({"", "ZPM"}, " · ") == "ZPM");
  CHECK(joined({}, " · ").empty());
}

#include "service/kernel/tokens.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/support/seeded_entropy.h"

using namespace laurel;

TEST_CASE("ids differ, and can be given to a command as they are") {
  tests::SeededEntropy entropy;
  std::set<std::string> ids;
  constexpr int many = 2000;
  for (int i = 0; i < many; ++i) {
    const std::string id = service::kernel::new_id(entropy);
    CHECK(id.size() == 22);
    CHECK(id.front() != '-');
    ids.insert(id);
  }
  CHECK(ids.size() == many);
}

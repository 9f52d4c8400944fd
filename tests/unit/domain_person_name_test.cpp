#include <doctest/doctest.h>

#include "domain/person_name.h"

using laurel::domain::full_name;

TEST_CASE("a full name has the order of its script") {
  CHECK(full_name("Mara", "Lind") == "Mara Lind");
  CHECK(full_name("花子", "山田") == "山田 花子");
  CHECK(full_name("민수", "김") == "김 민수");
  CHECK(full_name("小明", "王") == "王 小明");
  CHECK(full_name("Hanako", "山田") == "Hanako 山田");
  CHECK(full_name("ليلى", "حداد") == "ليلى حداد");
}

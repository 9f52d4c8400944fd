#include <doctest/doctest.h>

#include "domain/person_name.h"

using laurel::domain::full_name;
using laurel::domain::initials;

TEST_CASE("a full name has the order of its script") {
  CHECK(full_name("Mara", "Lind") == "Mara Lind");
  CHECK(full_name("花子", "山田") == "山田 花子");
  CHECK(full_name("민수", "김") == "김 민수");
  CHECK(full_name("小明", "王") == "王 小明");
  CHECK(full_name("Hanako", "山田") == "Hanako 山田");
  CHECK(full_name("ليلى", "حداد") == "ليلى حداد");
}

TEST_CASE("initials have the order of the full name, one character of each name") {
  CHECK(initials("Mara", "Lind") == "ML");
  CHECK(initials("Zoë", "Ødegård-Núñez") == "ZØ");
  CHECK(initials("花子", "山田") == "山花");
  CHECK(initials("Hanako", "山田") == "H山");
  CHECK(initials("", "Lind") == "L");
}

#include "domain/password_rule.h"

#include <doctest/doctest.h>

#include "domain/folding.h"
#include "domain/person_name.h"

namespace laurel::domain {
namespace {

constexpr std::array<std::string_view, 3> common = {"football", "iloveyou", "password"};

std::optional<PasswordFault> fault(std::string_view password) {
  const auto words = personal_words({"Mara", "Lindström-Ø", "mara.lind@example.org", "Jo",
                                     "International Project Management Association", "my.ipma"});
  return password_fault(password, words, common);
}

TEST_CASE("promise 1: 7 characters are refused, 8 and 64 and 1024 accepted, of any kind") {
  CHECK(fault("otters7") == PasswordFault::too_short);
  CHECK(fault("otters 8") == std::nullopt);
  CHECK(fault("ottersss") == std::nullopt);  // no composition rules
  CHECK(fault("73918264") == std::nullopt);
  CHECK(fault(std::string(64, 'x')) == std::nullopt);
  CHECK(fault(std::string(1024, 'x')) == std::nullopt);
  CHECK(fault(std::string(1025, 'x')) == PasswordFault::too_long);
}

TEST_CASE("promise 1: characters are counted, not bytes") {
  CHECK(fault("čšžćđ čš") == std::nullopt);
  CHECK(fault("čšžćđčš") == PasswordFault::too_short);
  CHECK(fault("山田花子山田花") == PasswordFault::too_short);
  CHECK(fault("山田花子山田花子") == std::nullopt);
}

TEST_CASE("promise 1: common passwords are refused in any case") {
  CHECK(fault("password") == PasswordFault::too_common);
  CHECK(fault("PassWord") == PasswordFault::too_common);
  CHECK(fault("password and more of it") == std::nullopt);
}

TEST_CASE("promise 1: names, e-mail, association and platform do not count") {
  for (const char* password :
       {"mara.lind@example.org", "MaraLind1975", "lindström", "Lindstrom1", "ipma2026",
        "MY.IPMA-2026!", "International Project Management Association", "mara-password",
        "example.org-7"}) {
    CAPTURE(std::string(password));
    CHECK(fault(password) == PasswordFault::too_personal);
  }
  CHECK(fault("gentle otter of mara") == std::nullopt);
  CHECK(fault("Jo-likes-the-pier") == std::nullopt);  // two letters are in too many words
}

TEST_CASE("folding takes away case and marks in Latin, Greek and Cyrillic") {
  CHECK(fold("Ødegård-Núñez ŁÓDŹ Straße") == "odegard-nunez lodz strasse");
  CHECK(fold("Ελένη Παπαδόπουλος") == "ελενη παπαδοπουλοσ");
  CHECK(fold("Ёлкин Йован") == "елкин иован");
  CHECK(fold("e\u0301") == "e");
  CHECK(fold("山田") == "山田");
  CHECK(fold("İIı") == "iii");
  CHECK(folded_words("  O'Neil,  Zoë ") == std::vector<std::string>{"o", "neil", "zoe"});
  CHECK(folded_words("--").empty());
}

TEST_CASE("promise 15: names are anything but control characters") {
  CHECK(name_fault("Zoë") == std::nullopt);
  CHECK(name_fault("O'Neil-Ødegård") == std::nullopt);
  CHECK(name_fault("مريم") == std::nullopt);
  CHECK(name_fault("") == NameFault::missing);
  CHECK(name_fault(std::string(100, 'x')) == std::nullopt);
  CHECK(name_fault(std::string(101, 'x')) == NameFault::too_long);
  for (const char* name : {"a\r\nBcc: b", "a\x1b[31m", "\u202Egnp.exe", "a\u2028b", "a\xFF"}) {
    CHECK(name_fault(name) == NameFault::invalid);
  }
}

}  // namespace
}  // namespace laurel::domain

// Registering as a visitor does, up to a step (my-ipma-account, steps 1 to 3).
#pragma once

#include <string_view>

#include "tests/support/registering.h"
#include "tests/ui/driver.h"

namespace laurel::tests {

inline constexpr const char* anas_email = "ana.kos@example.org";
inline constexpr const char* anas_password = "violet harbour ladder";
inline constexpr const char* agreement =
    "By clicking the Create Account button you accept my.ipma User Agreement, Privacy Policy and "
    "Cookie Policy";

inline void fill_step_1(Driver& desk, std::string_view email = anas_email) {
  desk.type(field("First name"), "Ana");
  desk.type(field("Last name"), "Kos");
  desk.type(field("E-mail address"), email);
  desk.type(field("Country"), "Slovenia");
  desk.type(field("Password"), anas_password);
  desk.tick(box(agreement), true);
}

inline void reach_step_2(Driver& desk, std::string_view email = anas_email) {
  desk.open("#/register");
  fill_step_1(desk, email);
  desk.press(button("Create account"));
}

inline void reach_step_3(Driver& desk, std::string_view email = anas_email) {
  reach_step_2(desk, email);
  desk.press(button("Create account"));
}

/// Opens a mail's link in another browser than the one that has registered.
inline void open_link_elsewhere(Driver& desk) {
  Browser other(desk.backend());
  REQUIRE(complete(other, registration_of(register_as(other, ana()))).status == 202);
  desk.open("#/activate/" + token_in_mail(desk.backend(), "activate"));
}

}  // namespace laurel::tests

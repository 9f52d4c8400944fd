#include "tests/ui/screens.h"

#include <algorithm>
#include <iterator>

#include "tests/support/accounts.h"
#include "tests/ui/accounts/registering.h"
#include "tests/ui/members/editing.h"
#include "ui/theme.h"

namespace laurel::tests {
namespace {

void sign_in(Driver& desk, const char* email) {
  desk.open("#/login");
  desk.sign_in(email, desk.backend().sample.password);
}

void open_profile(Driver& desk) {
  sign_in(desk, "mara.lind@example.org");
  desk.go_to("#/profile");
}

/// The form holds something that is not saved.
void edit_profile(Driver& desk) {
  open_profile(desk);
  desk.type(field("Mobile phone number"), "+38640999999");
  desk.type(field("Job title"), "Programme manager");
}

/// In a browser that is not signed in to the account that asked for it.
void confirm_address_elsewhere(Driver& desk) {
  sign_in(desk, "mara.lind@example.org");
  const std::string token =
      email_change_token(desk.backend(), desk.browser(), "mara.new@example.org");
  desk.browser().cookies.clear();
  desk.open("#/email/confirm/" + token);
  desk.press(button("Confirm e-mail address"));
}

const std::vector<Screen>& all_screens() {
  static const std::vector<Screen> screens = {
      {"sign-in", [](Driver& desk) { desk.open("#/login"); }},
      {"sign-in with errors",
       [](Driver& desk) {
         desk.open("#/login");
         desk.press(button("Log in"));
       }},
      {"sign-in refused",
       [](Driver& desk) {
         desk.open("#/login");
         desk.sign_in("nobody@example.org", "not the password");
       }},
      {"dashboard", [](Driver& desk) { sign_in(desk, "mara.lind@example.org"); }},
      {"dashboard of a Japanese member",
       [](Driver& desk) { sign_in(desk, "hanako.yamada@example.org"); }},
      {"empty dashboard", [](Driver& desk) { sign_in(desk, "new.member@example.org"); }},
      {"certificates",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/certificates");
         desk.type(field("Certificate number"), "SI-23-C-00417");
         desk.press(button("Search for certificates"));
       }},
      {"members",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/members");
       }},
      {"no members found",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/members?words=zzyzx");
       }},
      {"member",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to(desk.find(link("See it as others do"))->href);
       }},
      {"certificate",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/certificates/DE-21-C-09358");
       }},
      {"proof",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/proof/DE-21-C-09358");
         desk.post(app::QrCodeMade{desk.qr_wanted(), "M4 4h1v1h-1z", 9});
       }},
      {"verification", [](Driver& desk) { desk.open("#/verify/never-was"); }},
      {"landing", [](Driver& desk) { desk.open("#/"); }},
      {"registration", [](Driver& desk) { desk.open("#/register"); }},
      {"registration with errors",
       [](Driver& desk) {
         desk.open("#/register");
         desk.press(button("Create account"));
       }},
      {"certificates of a visitor",
       [](Driver& desk) {
         reach_step_2(desk);
         desk.type(field("Certificate number"), "SI-23-C-00417");
         desk.press(button("Search for certificates"));
       }},
      {"mail sent", [](Driver& desk) { reach_step_3(desk); }},
      {"activation", [](Driver& desk) { desk.open("#/activate/token"); }},
      {"new address in another browser", confirm_address_elsewhere},
      {"activation in another browser",
       [](Driver& desk) {
         open_link_elsewhere(desk);
         desk.press(button("Activate account"));
       }},
      {"forgotten password", [](Driver& desk) { desk.open("#/forgot-password"); }},
      {"new password", [](Driver& desk) { desk.open("#/reset-password/token"); }},
      {"education", [](Driver& desk) { desk.open("#/education"); }},
      {"events", [](Driver& desk) { desk.open("#/events"); }},
      {"member associations", [](Driver& desk) { desk.open("#/member-associations"); }},
      {"organisations", [](Driver& desk) { desk.open("#/organisations"); }},
      {"search", [](Driver& desk) { desk.open("#/search/project"); }},
      {"text", [](Driver& desk) { desk.open("#/about/privacy-policy"); }},
      {"menu",
       [](Driver& desk) {
         desk.open("#/");
         desk.press(button("Menu"));
       },
       ui::narrow_below},
      {"menu of a member",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.press(button("Menu"));
       },
       ui::narrow_below},
      {"profile with a chosen photo",
       [](Driver& desk) {
         open_profile(desk);
         desk.choose(file(choose_label), picture_file());
       }},
      {"profile with a photo, as others see it",
       [](Driver& desk) {
         open_profile(desk);
         desk.choose(file(choose_label), picture_file());
         desk.press(button("Use this photo"));
         desk.press(button("Preview as others see me"));
       }},
      {"profile with problems",
       [](Driver& desk) {
         open_profile(desk);
         desk.type(field("First name"), "");
         desk.press(button("Save profile"));
       }},
      {"profile that is left unsaved",
       [](Driver& desk) {
         edit_profile(desk);
         desk.go_to("#/dashboard");
       }},
      {"profile that was saved elsewhere",
       [](Driver& desk) {
         edit_profile(desk);
         save_elsewhere(desk, "Portfolio director");
         desk.press(button("Save profile"));
       }},
      {"profile with a new address",
       [](Driver& desk) {
         open_profile(desk);
         desk.press(button("Change e-mail address"));
         desk.press(button("Send the link"));
       }},
      {"profile with a new password",
       [](Driver& desk) {
         open_profile(desk);
         desk.press(button("Change password"));
         desk.type(field("New password"), "summer2026");
         desk.advise(1, "recentYears");
         desk.press(button("Save the password"));
       }},
      {"devices",
       [](Driver& desk) {
         Browser phone(desk.backend());
         phone.sign_in("mara.lind@example.org", desk.backend().sample.password);
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/devices");
       }},
      {"new address", [](Driver& desk) { desk.open("#/email/confirm/token"); }},
      {"newsletter", [](Driver& desk) { desk.open("#/newsletter/confirm/token"); }},
      {"newsletter cancelled",
       [](Driver& desk) { desk.open("#/newsletter/unsubscribe/token"); }},
      {"landing of the demo",
       [](Driver& desk) {
         desk.run_as_demo();
         desk.open("#/");
       }},
      {"mailbox of the demo",
       [](Driver& desk) {
         desk.run_as_demo();
         reach_step_3(desk);
         desk.go_to("#/mailbox");
       }},
      {"not found", [](Driver& desk) { desk.open("#/nowhere"); }},
      {"offline",
       [](Driver& desk) {
         desk.set_network(Network::down);
         desk.open("#/dashboard");
       }},
  };
  return screens;
}

}  // namespace

std::vector<Screen> screens_at(float width) {
  std::vector<Screen> screens;
  std::copy_if(all_screens().begin(), all_screens().end(), std::back_inserter(screens),
               [width](const Screen& screen) { return width <= screen.most_width; });
  return screens;
}

void reach(Driver& desk, const Screen& screen, float width) {
  desk.surroundings().page_width = width;
  screen.reach(desk);
}

}  // namespace laurel::tests

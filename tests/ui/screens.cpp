#include "tests/ui/screens.h"

#include "tests/ui/registering.h"

namespace laurel::tests {
namespace {

void sign_in(Driver& desk, const char* email) {
  desk.open("#/login");
  desk.sign_in(email, desk.backend().sample.password);
}

}  // namespace

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
         if (desk.find(button("Menu")) != nullptr) desk.press(button("Menu"));
       }},
      {"profile with a new address",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/profile");
         desk.press(button("Change e-mail address"));
         desk.press(button("Send the link"));
       }},
      {"profile with a new password",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/profile");
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
      {"not found", [](Driver& desk) { desk.open("#/nowhere"); }},
      {"offline",
       [](Driver& desk) {
         desk.set_network(Network::down);
         desk.open("#/dashboard");
       }},
  };
  return screens;
}

}  // namespace laurel::tests

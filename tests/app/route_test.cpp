#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "app/route.h"
#include "tests/app/page.h"

using namespace laurel;
using namespace laurel::app;
using namespace laurel::tests;

namespace {

std::vector<View> all_views() {
  std::vector<View> views;
  for (int i = 0; i < static_cast<int>(View::not_found); ++i) views.push_back(static_cast<View>(i));
  return views;
}

/// Where a token, words or an id follow.
bool takes_parameter(View view) {
  const std::string fragment = fragment_of(view);
  return view != View::start && fragment.back() == '/';
}

}  // namespace

TEST_CASE("every screen has an address of its own, which leads back to it") {
  for (const View view : all_views()) {
    CAPTURE(fragment_of(view));
    if (takes_parameter(view)) continue;
    CHECK(route_of(fragment_of(view)) == Route{view, {}});
  }
}

TEST_CASE("whatever a parameter holds comes back out of the address") {
  for (const View view : all_views()) {
    if (!takes_parameter(view)) continue;
    for (const std::string parameter : {"pQ3-_x", "two words", "a/b", "100%", "?&#=", "Žižek 日本 👩‍🔬",
                                  "..", "%2F"}) {
      const Route route{view, parameter};
      CAPTURE(fragment_of(route));
      CHECK(route_of(fragment_of(route)) == route);
    }
  }
}

TEST_CASE("a directory's filters stand in the address as they are written") {
  CHECK(route_of("#/members") == Route{View::members, {}});
  CHECK(route_of("#/members?words=ana%20kos&country=SI") ==
        Route{View::members, "words=ana%20kos&country=SI"});
  CHECK(fragment_of({View::members, "words=ana%20kos"}) == "#/members?words=ana%20kos");
  CHECK(route_of("#/members/ida") == Route{View::member, "ida"});
}

TEST_CASE("an address that names no screen is not found, not another screen") {
  for (const std::string fragment :
       {"#/nowhere", "#/login/", "#/loginx", "#login", "/login", "#/activate/", "#/activate",
        "#/activate/%", "#/activate/%4", "#/activate/%zz", "#/activate/%FF", "#/register/none",
        "#/memberships", "#/LOGIN"}) {
    CAPTURE(fragment);
    CHECK(route_of(fragment) == Route{View::not_found, {}});
  }
  CHECK(route_of("") == Route{View::start, {}});
  CHECK(route_of("#") == Route{View::start, {}});
}

TEST_CASE("a visitor asks for nothing of a member's, is asked to sign in, and comes where they wanted") {
  bool opened = false;
  SUBCASE("who opens the page") { opened = true; }
  SUBCASE("who follows a link") {}
  for (const std::string fragment :
       {"#/dashboard", "#/certificates", "#/certificates/DE-21-C-09358", "#/proof/DE-21-C-09358",
        "#/members", "#/members/ida", "#/profile", "#/devices"}) {
    CAPTURE(fragment);
    Page page(opened ? fragment : "#/");
    CHECK(page.sent().size() == 1);  // who is here?
    page.answer_that_nobody_is_signed_in(page.asked("/session"));
    if (!opened) page.go_to(fragment);
    CHECK(page.sent().size() == 1);
    CHECK(page.model().route == Route{View::sign_in, {}});
    page.sign_in(mara());
    CHECK(page.address() == fragment);
    CHECK(page.sent().size() > 2);
  }
}

TEST_CASE("what everybody may see is shown before it is known who is here") {
  for (const std::string fragment : {"#/", "#/login", "#/register", "#/education", "#/events", "#/about/x",
                               "#/verify/x", "#/activate/x", "#/forgot-password", "#/nowhere"}) {
    CAPTURE(fragment);
    Page page(fragment);
    CHECK(page.model().route == route_of(fragment));
    page.answer_that_nobody_is_signed_in(page.asked("/session"));
    CHECK(page.model().route == route_of(fragment));
  }
}

// The elements that the mirror shows, on a real screen.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/ui/driver.h"
#include "ui/html.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

const ui::Element& element(const std::vector<ui::Element>& elements, std::string_view key) {
  const auto found = std::find_if(elements.begin(), elements.end(),
                                  [key](const ui::Element& e) { return e.key == key; });
  REQUIRE(found != elements.end());
  return *found;
}

std::string attribute(const ui::Element& element, std::string_view name) {
  for (const auto& [attribute, value] : element.attributes) {
    if (attribute == name) return value;
  }
  return "(none)";
}

}  // namespace

TEST_CASE("the sign-in form is one that password managers know") {
  Driver desk;
  desk.open("#/login");
  const auto elements = ui::elements_of(desk.frame().tree);
  const auto& email = element(elements, "sign_in/email");
  CHECK(email.tag == "input");
  CHECK(email.parent == "sign_in");
  CHECK(element(elements, "sign_in").tag == "form");
  CHECK(attribute(email, "type") == "email");
  CHECK(attribute(email, "autocomplete") == "username");
  CHECK(attribute(email, "name") == "email");
  REQUIRE(email.rect);
  CHECK(email.rect->width >= 30);
  CHECK(email.rect->height >= 15);
  const auto& password = element(elements, "sign_in/password");
  CHECK(attribute(password, "type") == "password");
  CHECK(attribute(password, "autocomplete") == "current-password");
  CHECK(attribute(element(elements, "sign_in/submit"), "type") == "submit");
  CHECK(attribute(element(elements, "sign_in/email/label"), "for") == "sign_in/email");
}

TEST_CASE("an image is an SVG with its path, named for those who do not see it") {
  Driver desk;
  desk.open("#/proof/DE-24-B-01877");
  desk.sign_in("mara.lind@example.org", desk.backend().sample.password);
  desk.post(app::QrCodeMade{desk.qr_wanted(), "M4 4h2v1h-2z", 33});
  const auto elements = ui::elements_of(desk.frame().tree);
  const auto& image = element(elements, "proof/qr");
  CHECK(image.tag == "svg");
  CHECK(image.rect);
  CHECK(attribute(image, "role") == "img");
  CHECK(attribute(image, "aria-label") == "QR code: " + desk.qr_wanted());
  CHECK(attribute(image, "viewBox") == "0 0 33 33");
  const auto& path = element(elements, "proof/qr/path");
  CHECK(path.parent == "proof/qr");
  CHECK(path.tag == "path");
  CHECK_FALSE(path.rect);
  CHECK(attribute(path, "d") == "M4 4h2v1h-2z");
  CHECK(attribute(element(elements, "proof"), "class") == "proof");
}

TEST_CASE("an error is tied to its field") {
  Driver desk;
  desk.open("#/login");
  desk.press(button("Log in"));
  const auto elements = ui::elements_of(desk.frame().tree);
  const auto& email = element(elements, "sign_in/email");
  CHECK(attribute(email, "aria-invalid") == "true");
  CHECK(attribute(email, "aria-describedby") == "sign_in/email/error");
  CHECK(element(elements, "sign_in/email/error").tag == "p");
  const auto& summary = element(elements, "summary");
  CHECK(attribute(summary, "role") == "alert");
  CHECK(attribute(element(elements, "summary/title"), "tabindex") == "-1");
}

TEST_CASE("HTML holds no markup of its own in what members and associations have written") {
  ui::Tree tree;
  ui::Node node;
  node.key = "a";
  node.name = "<script>alert(\"1\")</script> & more";
  node.lines = {{node.name, false}};
  tree.add(node);
  CHECK(ui::html_of(ui::elements_of(tree)) ==
        "<p id=\"a\" class=\"t-body\">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; "
        "more</p>");
}

// Editing the profile and choosing who sees how much of it (my-ipma-account, "Update the individual
// profile" and "Privacy options of the individual profile").

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "app/members/photo/crop.h"
#include "tests/ui/driver.h"
#include "tests/ui/members/editing.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

constexpr const char* mobile_label = "Mobile phone number";

void open_profile(Driver& desk) {
  desk.open("#/profile");
  desk.sign_in("mara.lind@example.org", desk.backend().sample.password);
}

std::string value_of(Driver& desk, const Target& target) {
  const ui::Node* node = desk.find(target);
  REQUIRE(node != nullptr);
  return node->field.value;
}

}  // namespace

TEST_CASE("a profile is edited, saved and read again") {
  Driver desk;
  open_profile(desk);
  CHECK(value_of(desk, field("First name")) == "Mara");
  desk.type(field(mobile_label), "00386 40 123-456");
  desk.type(field("Job title"), "Programme manager");
  desk.type(select("Gender"), "female");
  desk.type(field("Year of birth (optional)"), "1980");
  desk.type(field("Country of origin (optional)"), "slovenia");
  desk.type(select("Member association"), "ZPM");
  desk.tick(radio("Public profile"), true);
  desk.press(button("Save profile"));
  CHECK(desk.shows("Your profile is saved."));
  desk.open("#/profile");
  CHECK(value_of(desk, field(mobile_label)) == "+38640123456");
  CHECK(value_of(desk, field("Job title")) == "Programme manager");
  CHECK(value_of(desk, select("Gender")) == "female");
  CHECK(value_of(desk, field("Year of birth (optional)")) == "1980");
  CHECK(value_of(desk, field("Country of origin (optional)")) == "Slovenia");
  CHECK(value_of(desk, select("Member association")) == "ZPM");
  CHECK(desk.find(radio("Public profile"))->field.checked);
}

TEST_CASE("a new name stands in the header as soon as it is saved") {
  Driver desk;
  open_profile(desk);
  desk.type(field(mobile_label), "+38640123456");
  desk.type(field("First name"), "Maruša");
  desk.press(button("Save profile"));
  CHECK(desk.find(link("Maruša Lind")) != nullptr);
}

TEST_CASE("what is wrong with a profile is told at its fields, and nothing typed is lost") {
  Driver desk;
  open_profile(desk);
  desk.type(field("First name"), "");
  desk.type(field(mobile_label), "040 123 456");
  desk.press(button("Save profile"));
  CHECK(desk.find(link("First name: Fill in this field")) != nullptr);
  CHECK(desk.find(link("Mobile phone number: This cannot be right. Check it, please")) != nullptr);
  CHECK(desk.find(field("First name"))->field.invalid);
  CHECK(desk.find(field(mobile_label))->field.invalid);
  CHECK(value_of(desk, field(mobile_label)) == "040 123 456");
  CHECK(desk.focused() == "summary/title");
}

TEST_CASE("a country that is none and a year in words are told without asking the backend") {
  Driver desk;
  open_profile(desk);
  const int before = desk.requests_sent();
  desk.type(field("Country of origin (optional)"), "Atlantis");
  desk.type(field("Year of birth (optional)"), "nineteen");
  desk.press(button("Save profile"));
  CHECK(desk.requests_sent() == before);
  CHECK(desk.find(field("Country of origin (optional)"))->field.invalid);
  CHECK(desk.find(field("Year of birth (optional)"))->field.invalid);
}

TEST_CASE("the biography is counted by characters, not by bytes") {
  Driver desk;
  open_profile(desk);
  desk.type(field("Short professional biography (optional)"), "Šest 日本");
  CHECK(desk.shows("7 of 1200 characters"));
}

TEST_CASE("leaving with unsaved changes asks first") {
  Driver desk;
  open_profile(desk);
  desk.type(field("Job title"), "Programme manager");
  desk.type(field(mobile_label), "+38640123456");
  desk.go_to("#/dashboard");
  CHECK(desk.address() == "#/profile");
  CHECK(desk.shows("You have unsaved changes"));
  CHECK(desk.focused() == "edit_profile/leaving/title");
  SUBCASE("and stays") {
    desk.press(button("Stay here"));
    CHECK_FALSE(desk.shows("You have unsaved changes"));
    CHECK(value_of(desk, field("Job title")) == "Programme manager");
  }
  SUBCASE("or leaves without saving") {
    desk.press(button("Leave without saving"));
    CHECK(desk.address() == "#/dashboard");
    desk.go_to("#/profile");
    CHECK(value_of(desk, field("Job title")) != "Programme manager");
  }
  SUBCASE("or saves and leaves") {
    desk.press(button("Save and leave"));
    CHECK(desk.address() == "#/dashboard");
    desk.go_to("#/profile");
    CHECK(value_of(desk, field("Job title")) == "Programme manager");
  }
}

TEST_CASE("what is typed while the profile is saved is kept, and is not said to be saved") {
  Driver desk;
  open_profile(desk);
  desk.type(field(mobile_label), "+38640123456");
  desk.type(field("Job title"), "Programme manager");
  desk.set_network(Network::held);
  desk.press(button("Save profile"));
  desk.type(field("Company"), "Riverside Works");
  const std::string focus = desk.focused();
  desk.release_replies();
  CHECK(value_of(desk, field("Company")) == "Riverside Works");
  CHECK_FALSE(desk.shows("Your profile is saved."));
  CHECK(desk.focused() == focus);
  desk.go_to("#/dashboard");
  CHECK(desk.shows("You have unsaved changes"));
  desk.press(button("Save and leave"));
  CHECK(desk.address() == "#/dashboard");
  desk.go_to("#/profile");
  CHECK(value_of(desk, field("Job title")) == "Programme manager");
  CHECK(value_of(desk, field("Company")) == "Riverside Works");
}

TEST_CASE("leaving without changes does not ask") {
  Driver desk;
  open_profile(desk);
  desk.go_to("#/dashboard");
  CHECK(desk.address() == "#/dashboard");
}

TEST_CASE("of two saves of one profile the second sees both versions and chooses") {
  Driver desk;
  open_profile(desk);
  desk.type(field("Job title"), "Programme manager");
  desk.type(field(mobile_label), "+38640999999");
  save_elsewhere(desk, "Portfolio director");
  desk.press(button("Save profile"));
  CHECK(desk.shows("Your profile was saved in another window meanwhile"));
  CHECK(desk.focused() == "edit_profile/conflict/title");
  CHECK(desk.shows("Programme manager"));
  CHECK(desk.shows("Portfolio director"));
  CHECK(desk.shows("+38640999999"));
  CHECK(desk.shows("+38640123456"));
  SUBCASE("what was typed here") {
    desk.press(button("Save what I typed here"));
    CHECK(desk.shows("Your profile is saved."));
    desk.open("#/profile");
    CHECK(value_of(desk, field("Job title")) == "Programme manager");
  }
  SUBCASE("or what was saved there") {
    desk.press(button("Take the other version"));
    CHECK_FALSE(desk.shows("Your profile was saved in another window meanwhile"));
    CHECK(value_of(desk, field("Job title")) == "Portfolio director");
    CHECK(value_of(desk, field(mobile_label)) == "+38640123456");
  }
}

TEST_CASE("what was typed outlives a session that ends meanwhile") {
  Driver desk;
  open_profile(desk);
  desk.type(field(mobile_label), "+38640123456");
  desk.type(field("Job title"), "Programme manager");
  desk.browser().cookies.clear();
  desk.press(button("Save profile"));
  CHECK(desk.shows("You have been logged out"));
  desk.sign_in("mara.lind@example.org", desk.backend().sample.password);
  CHECK(desk.address() == "#/profile");
  CHECK(value_of(desk, field("Job title")) == "Programme manager");
  desk.press(button("Save profile"));
  CHECK(desk.shows("Your profile is saved."));
}

TEST_CASE("another member who signs in there sees nothing of it") {
  Driver desk;
  open_profile(desk);
  desk.type(field("Job title"), "Programme manager");
  desk.browser().cookies.clear();
  desk.press(button("Save profile"));
  desk.sign_in("new.member@example.org", desk.backend().sample.password);
  CHECK(desk.address() == "#/profile");
  CHECK(value_of(desk, field("Job title")).empty());
}

TEST_CASE("each privacy option says what it shows, and is previewed as others see it") {
  Driver desk;
  open_profile(desk);
  CHECK(desk.shows("Shows: first and last name, photo, short biography, certification"));
  CHECK(desk.shows("Shows: first and last name, job title, member association, photo, short "
                   "biography, certification"));
  desk.type(field(mobile_label), "+38640123456");
  desk.type(field("Job title"), "Programme manager");
  desk.type(field("Company"), "Riverside Works");
  desk.press(button("Save profile"));
  desk.press(button("Preview as others see me"));
  const auto seen = [&desk](std::string_view words) {
    return std::any_of(desk.nodes().begin(), desk.nodes().end(), [words](const ui::Node& node) {
      return node.key.rfind("edit_profile/seen", 0) == 0 &&
             node.name.find(words) != std::string::npos;
    });
  };
  CHECK(seen("Programme manager"));
  CHECK_FALSE(seen("Riverside Works"));
  desk.tick(radio("Public profile"), true);
  CHECK(seen("Riverside Works"));
  CHECK(seen("mara.lind@example.org"));
  CHECK_FALSE(seen("+38640123456"));
  desk.tick(radio("Private profile"), true);
  CHECK_FALSE(seen("Programme manager"));
  CHECK(seen("Mara Lind"));
}

// ---- the photo ----

namespace {

const ui::Node* picture_from(Driver& desk, std::string_view source) {
  for (const ui::Node& node : desk.nodes()) {
    if (node.picture.source.find(source) != std::string::npos) return &node;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a photo is chosen, cut to a square and shown") {
  Driver desk;
  open_profile(desk);
  desk.choose(file(choose_label), picture_file());
  CHECK(desk.focused() == "photo/title");  // the field is gone
  const ui::Node* preview = picture_from(desk, "blob:chosen");
  REQUIRE(preview != nullptr);
  REQUIRE(preview->picture.clip);
  CHECK(preview->picture.clip->width == doctest::Approx(preview->picture.clip->height));
  CHECK(preview->rect.height == doctest::Approx(preview->picture.clip->height));
  desk.type(slider("Zoom"), "100");
  preview = picture_from(desk, "blob:chosen");
  CHECK(preview->rect.height == doctest::Approx(4 * preview->picture.clip->height));
  desk.press(button("Use this photo"));
  CHECK(picture_from(desk, "blob:chosen") == nullptr);
  CHECK(picture_from(desk, "/api/v1/ipma/photos/") != nullptr);
  CHECK(desk.focused() == "photo/title");
  desk.press(button("Remove photo"));
  CHECK(picture_from(desk, "/api/v1/ipma/photos/") == nullptr);
  CHECK(desk.find(button("Remove photo")) == nullptr);
}

TEST_CASE("a file that can be no photo is refused before it is sent") {
  Driver desk;
  open_profile(desk);
  const int before = desk.requests_sent();
  SUBCASE("too large") {
    desk.choose(file(choose_label), picture_file(2 * 1024 * 1024));
    CHECK(desk.shows("This file is too large. A photo has less than 2 MB"));
  }
  SUBCASE("no picture") {
    app::ChosenFile text = picture_file();
    text.width = 0;
    desk.choose(file(choose_label), text);
    CHECK(desk.shows("This file cannot be read as a JPEG or PNG picture"));
  }
  SUBCASE("another kind of picture") {
    app::ChosenFile vector = picture_file();
    vector.name = "me.svg";
    desk.choose(file(choose_label), vector);
    CHECK(desk.shows("This file cannot be read as a JPEG or PNG picture"));
  }
  CHECK(desk.requests_sent() == before);
  CHECK(picture_from(desk, "blob:chosen") == nullptr);
}

TEST_CASE("a photo that could not be sent is still there to be sent again") {
  Driver desk;
  open_profile(desk);
  desk.choose(file(choose_label), picture_file());
  desk.set_network(Network::down);
  desk.press(button("Use this photo"));
  CHECK(picture_from(desk, "blob:chosen") != nullptr);
  desk.set_network(Network::works);
  desk.press(button("Use this photo"));
  CHECK(picture_from(desk, "/api/v1/ipma/photos/") != nullptr);
}

TEST_CASE("what is typed into the form stays while a photo is sent") {
  Driver desk;
  open_profile(desk);
  desk.type(field("Job title"), "Programme manager");
  desk.choose(file(choose_label), picture_file());
  desk.press(button("Use this photo"));
  CHECK(value_of(desk, field("Job title")) == "Programme manager");
}

TEST_CASE("a photo that is being sent cannot be cancelled any more, and no password ends its session") {
  Driver desk;
  open_profile(desk);
  desk.choose(file(choose_label), picture_file());
  desk.press(button("Change password"));
  desk.type(field("Current password"), desk.backend().sample.password);
  desk.type(field("New password"), "violet harbour ladder");
  desk.set_network(Network::held);
  desk.press(button("Use this photo"));
  const int sent = desk.requests_sent();
  desk.press(button("Cancel"));
  CHECK(picture_from(desk, "blob:chosen") != nullptr);
  desk.press(button("Save the password"));
  CHECK(desk.requests_sent() == sent);
  desk.release_replies();
  CHECK(picture_from(desk, "/api/v1/ipma/photos/") != nullptr);
  desk.press(button("Save the password"));
  CHECK(desk.shows("Your new password is saved."));
}

TEST_CASE("no photo is sent under a session that a new password is about to end") {
  Driver desk;
  open_profile(desk);
  desk.press(button("Change password"));
  desk.type(field("Current password"), desk.backend().sample.password);
  desk.type(field("New password"), "violet harbour ladder");
  desk.choose(file(choose_label), picture_file());
  desk.set_network(Network::held);
  desk.press(button("Save the password"));
  const int sent = desk.requests_sent();
  desk.press(button("Use this photo"));
  CHECK(desk.requests_sent() == sent);
  desk.release_replies();
  desk.press(button("Use this photo"));
  CHECK(picture_from(desk, "/api/v1/ipma/photos/") != nullptr);
}

TEST_CASE("fields beside each other stay at one height when one of them has an error") {
  Driver desk;
  open_profile(desk);
  const auto top_of = [&](const char* name) { return desk.find(field(name))->rect.y; };
  desk.type(field("Years of experience"), "many");
  desk.press(button("Save profile"));
  REQUIRE(desk.find(field("Years of experience"))->field.invalid);
  CHECK(top_of("Years of experience") == doctest::Approx(top_of("Industry")));
}

TEST_CASE("the crop is a square of the picture, and follows the pointer") {
  using app::members::CropChoice;
  const auto crop = app::members::crop_of(1200, 800, CropChoice{});
  CHECK(crop.x == 200);
  CHECK(crop.y == 0);
  CHECK(crop.size == 800);
  const CropChoice right = app::members::dragged(CropChoice{}, 1200, 800, -200, 50);
  CHECK(app::members::crop_of(1200, 800, right).x == 400);
  CHECK(app::members::crop_of(1200, 800, right).y == 0);
  const CropChoice beyond = app::members::dragged(CropChoice{}, 1200, 800, 9000, 0);
  CHECK(app::members::crop_of(1200, 800, beyond).x == 0);
}

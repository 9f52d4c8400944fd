#include <doctest/doctest.h>

#include "base/bytes.h"
#include "service/members/schema.h"
#include "service/schema.h"
#include "tests/support/png.h"
#include "tests/support/profiles.h"
#include "tests/support/registering.h"

namespace laurel {
namespace {

using ports::ImageFault;
using tests::Backend;
using tests::Browser;
using tests::profile_of;

const std::string path = "/api/v1/ipma/profile/photo";

struct Member {
  Member() {
    REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  }
  Backend backend;
  Browser browser{backend};
};

std::string picture(std::uint32_t width = 40, std::uint32_t height = 30) {
  return tests::png({.width = width, .height = height}, {});
}

std::string body_of(const std::string& file, const std::string& name = "me.png",
                    std::optional<protocol::PhotoCrop> crop = std::nullopt) {
  return base::encode_json(protocol::PhotoUpload{name, base::to_base64(file), crop});
}

protocol::Response upload(Browser& browser, const std::string& file,
                          const std::string& name = "me.png", const std::string& key = "") {
  return browser.put(path, body_of(file, name), key);
}

std::string photo_in(const protocol::Response& response) {
  return tests::message_in<protocol::PhotoResponse>(response).photo;
}

std::string address(const std::string& photo, const std::string& association = "ipma") {
  return "/api/v1/" + association + "/photos/" + photo;
}

std::size_t photos_kept(Backend& backend) {
  std::size_t count = 0;
  REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
    const auto records = transaction.list(service::members::schema::photos, "", 100);
    if (!records) return tl::unexpected(records.error());
    count = records->size();
    return {};
  }));
  return count;
}

TEST_CASE("promise 21: a photo gets a name that nobody can guess, and is served as what it is") {
  Member member;
  CHECK_FALSE(profile_of(member.browser).photo);
  const auto before = profile_of(member.browser);
  const std::string photo = photo_in(upload(member.browser, picture(), "Mara am Meer.PNG"));
  CHECK(base::from_base64url(photo).value_or("").size() == 16);
  const auto shown = member.browser.get(address(photo));
  CHECK(shown.status == 200);
  CHECK(shown.content_type == "image/jpeg");
  CHECK(shown.body == "portrait 1: 5 0 30");
  CHECK(shown.tag == photo);  // which names these bytes and no others
  const auto now = profile_of(member.browser);
  CHECK(now.photo == photo);
  CHECK(std::find(now.missing.begin(), now.missing.end(), "photo") == now.missing.end());
  CHECK(now.revision == before.revision);
  // A form that was opened before can be saved, and leaves the photo where it is.
  CHECK(tests::save_profile(member.browser, tests::full_profile(), before.revision).status == 200);
  CHECK(profile_of(member.browser).photo == photo);
}

TEST_CASE("a crop is taken as it is given, in pixels of the upright picture") {
  Member member;
  const auto cropped = [&](protocol::PhotoCrop crop) {
    return member.browser.put(path, body_of(picture(), "me.png", crop));
  };
  const std::string photo = photo_in(cropped({10, 20, 10}));
  CHECK(member.browser.get(address(photo)).body == "portrait 1: 10 20 10");
  for (const protocol::PhotoCrop& crop :
       {protocol::PhotoCrop{11, 0, 30}, protocol::PhotoCrop{0, 0, 0},
        protocol::PhotoCrop{-1, 0, 5}, protocol::PhotoCrop{0, 0, 31}}) {
    CHECK(tests::errors_in(cropped(crop)) == "crop invalid");
  }
  CHECK(member.backend.images.asked == 1);
}

TEST_CASE("promise 20: a file is refused before anything of it is decoded, at no price") {
  Member member;
  const auto errors = [&](const std::string& file, const std::string& name) {
    return tests::errors_in(upload(member.browser, file, name));
  };
  CHECK(errors(picture(60'000, 60'000), "me.png") == "photo too_many_pixels");
  CHECK(errors(picture(), "me.jpg") == "photo not_a_picture");
  CHECK(errors(picture(), "me.svg") == "photo not_a_picture");
  CHECK(errors(picture(), "me.png.html") == "photo not_a_picture");
  CHECK(errors("<svg xmlns='http://www.w3.org/2000/svg'/>", "me.svg") == "photo not_a_picture");
  CHECK(errors("<svg xmlns='http://www.w3.org/2000/svg'/>", "me.png") == "photo not_a_picture");
  CHECK(errors("", "me.png") == "photo not_a_picture");
  CHECK(errors(picture() + std::string(2 * 1024 * 1024, 'x'), "me.png") == "photo too_large");
  CHECK(member.backend.images.asked == 0);
  CHECK(photos_kept(member.backend) == 0);
  // Twenty-one were refused for nothing, and still one may be tried.
  for (int i = 0; i < 13; ++i) CHECK(errors("", "me.png") == "photo not_a_picture");
  CHECK(upload(member.browser, picture()).status == 200);
}

TEST_CASE("promise 20: a decoder that finds something else than the header said is believed") {
  Member member;
  const std::string photo = photo_in(upload(member.browser, picture()));
  member.backend.images.fault = ImageFault::damaged;
  CHECK(tests::errors_in(upload(member.browser, picture())) == "photo not_a_picture");
  member.backend.images.fault = ImageFault::unsupported;
  CHECK(tests::errors_in(upload(member.browser, picture())) == "photo unsupported");
  CHECK(profile_of(member.browser).photo == photo);
  CHECK(member.browser.get(address(photo)).status == 200);
}

TEST_CASE("promise 21: a member has one photo; the one before is gone with the same change") {
  Member member;
  const std::string first = photo_in(upload(member.browser, picture()));
  member.backend.store.writes_fail = true;
  CHECK(upload(member.browser, picture()).status == 503);
  member.backend.store.writes_fail = false;
  CHECK(member.browser.get(address(first)).status == 200);
  const std::string second = photo_in(upload(member.browser, picture()));
  CHECK(second != first);
  CHECK(member.browser.get(address(first)).status == 404);
  CHECK(member.browser.get(address(second)).status == 200);
  CHECK(photos_kept(member.backend) == 1);
  CHECK(member.browser.remove(path).status == 204);
  CHECK(member.browser.get(address(second)).status == 404);
  CHECK(photos_kept(member.backend) == 0);
  CHECK_FALSE(profile_of(member.browser).photo);
  CHECK(profile_of(member.browser).missing.front() == "photo");
  CHECK(member.browser.remove(path).status == 204);
}

TEST_CASE("promise 21: twenty uploads a day, then 429 with the time to wait") {
  Member member;
  for (int i = 0; i < 20; ++i) CHECK(upload(member.browser, picture()).status == 200);
  const auto refused = upload(member.browser, picture());
  CHECK(refused.status == 429);
  CHECK(refused.retry_after_s.value_or(0) == 72 * 60);
  CHECK(member.backend.images.asked == 20);
  CHECK(member.browser.remove(path).status == 204);
  Browser hanako(member.backend);
  REQUIRE(hanako.sign_in("hanako.yamada@example.org", member.backend.sample.password).status == 200);
  CHECK(upload(hanako, picture()).status == 200);
  member.backend.clock.advance(std::chrono::seconds(*refused.retry_after_s));
  REQUIRE(member.browser.sign_in(member.backend.sample.email, member.backend.sample.password)
              .status == 200);
  CHECK(upload(member.browser, picture()).status == 200);
}

TEST_CASE("promise 16: an upload that is sent twice is decoded, paid and kept once") {
  Member member;
  const auto first = upload(member.browser, picture(), "me.png", "photo-1");
  const auto again = upload(member.browser, picture(), "me.png", "photo-1");
  CHECK(again.status == 200);
  CHECK(again.body == first.body);
  CHECK(member.backend.images.asked == 1);
  CHECK(upload(member.browser, picture(41, 30), "me.png", "photo-1").status == 422);
  CHECK(member.backend.images.asked == 1);
  for (int i = 0; i < 19; ++i) CHECK(upload(member.browser, picture()).status == 200);
  CHECK(upload(member.browser, picture()).status == 429);
  CHECK(upload(member.browser, picture(), "me.png", "photo-1").body == first.body);
}

TEST_CASE("the upload is kept nowhere, not even for its key") {
  Member member;
  const std::string file = picture() + "a place where somebody was";
  REQUIRE(upload(member.browser, file, "a-telling-name.png", "photo-1").status == 200);
  for (const ports::Collection& collection : service::schema::all_collections()) {
    REQUIRE(member.backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
      const auto records = transaction.list(collection, "", 10'000);
      if (!records) return tl::unexpected(records.error());
      for (const ports::Record& record : *records) {
        CHECK(record.document.find("a-telling-name") == std::string::npos);
        CHECK(record.document.find(base::to_base64(file).substr(0, 32)) == std::string::npos);
        CHECK(record.document.size() < 8 * 1024);
      }
      return {};
    }));
  }
}

TEST_CASE("promise 17: a photo is shown to members of its association alone") {
  Member member;
  const std::string photo = photo_in(upload(member.browser, picture()));
  Browser nobody(member.backend);
  CHECK(nobody.get(address(photo)).status == 401);
  CHECK(upload(nobody, picture()).status == 401);
  CHECK(nobody.remove(path).status == 401);
  Browser hanako(member.backend);
  REQUIRE(hanako.sign_in("hanako.yamada@example.org", member.backend.sample.password).status == 200);
  CHECK(hanako.get(address(photo)).status == 200);
  CHECK(hanako.remove(path).status == 204);
  CHECK(hanako.get(address(photo)).status == 200);
  Browser samuel(member.backend);
  REQUIRE(samuel.sign_in("samuel.okoro@example.org", member.backend.sample.password, false, "",
                         "ima").status == 200);
  CHECK(samuel.get(address(photo)).status == 401);
  CHECK(samuel.get(address(photo, "ima")).status == 404);
  CHECK(hanako.get(address("AAAAAAAAAAAAAAAAAAAAAA")).status == 404);
}

TEST_CASE("other members see the photo with the profile") {
  Member member;
  const std::string photo = photo_in(upload(member.browser, picture()));
  Browser hanako(member.backend);
  REQUIRE(hanako.sign_in("hanako.yamada@example.org", member.backend.sample.password).status == 200);
  const auto mara = profile_of(member.browser).member_id.value;
  const auto page = tests::message_in<protocol::VisibleProfile>(
      hanako.get("/api/v1/ipma/members/" + mara));
  CHECK(page.photo == photo);
}

TEST_CASE(
    "promise 19: a body has 64 KiB, that of a photo 3 MiB; and what is no upload is malformed") {
  Member member;
  CHECK(tests::api().max_body_bytes(protocol::Method::put, path) == 3 * 1024 * 1024);
  CHECK(tests::api().max_body_bytes(protocol::Method::delete_, path) == 64 * 1024);
  CHECK(tests::api().max_body_bytes(protocol::Method::put, "/api/v1/ipma/profile") == 64 * 1024);
  CHECK(tests::api().max_body_bytes(std::nullopt, "/anything") == 64 * 1024);
  CHECK(tests::api().work_of(protocol::Method::put, path) ==
        service::kernel::Work::decodes_pictures);
  CHECK(tests::api().work_of(protocol::Method::delete_, path) !=
        service::kernel::Work::decodes_pictures);
  for (const std::string& body :
       {std::string(), std::string("{}"), std::string(R"({"file_name":"me.png"})"),
        std::string(R"({"file_name":"me.png","picture":"no base64"})"),
        std::string(R"({"file_name":"me.png","picture":"","crop":{"x":1}})"),
        std::string(3 * 1024 * 1024 + 1, ' ')}) {
    const auto response = member.browser.put(path, body);
    CHECK(response.status == 400);
    CHECK(tests::problem_in(response).code == protocol::ProblemCode::malformed);
  }
}

}  // namespace
}  // namespace laurel

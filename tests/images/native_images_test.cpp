#include "adapters/images/native_images.h"

#include <cstdlib>
#include <optional>

#include <doctest/doctest.h>

#include "tests/images/jpeg.h"
#include "tests/support/png.h"

namespace laurel::tests {
namespace {

using domain::Square;
using ports::ImageFault;
using Outcome = tl::expected<std::string, ImageFault>;

Outcome portrait(const std::string& file, std::optional<Square> crop = std::nullopt) {
  const auto header = domain::read_picture_header(file);
  REQUIRE(header);
  adapters::images::NativeImages images;
  return images.portrait(file, *header,
                         crop.value_or(domain::centre_square(domain::upright_size(*header))));
}

Decoded portrait_pixels(const std::string& file, std::optional<Square> crop = std::nullopt) {
  const Outcome made = portrait(file, crop);
  REQUIRE(made);
  return decoded(*made);
}

bool is_damaged(const Outcome& outcome) {
  return !outcome && outcome.error() == ImageFault::damaged;
}

bool is_near(Rgb a, Rgb b, int by = 12) {
  return std::abs(a.red - b.red) <= by && std::abs(a.green - b.green) <= by &&
         std::abs(a.blue - b.blue) <= by;
}

std::string bytes(std::initializer_list<int> values) {
  std::string text;
  for (const int value : values) text.push_back(static_cast<char>(value));
  return text;
}

const Rgb red{220, 30, 30};
const Rgb green{30, 180, 40};
const Rgb blue{30, 60, 210};
const Rgb yellow{230, 210, 40};

std::string rgb(const Rgb& colour) { return bytes({colour.red, colour.green, colour.blue}); }

/// Red and green above, blue and yellow below.
Rgb quarter(int x, int y, int side) {
  if (y < side / 2) return x < side / 2 ? red : green;
  return x < side / 2 ? blue : yellow;
}

bool has_quarters(const Decoded& picture) {
  const int near = picture.width / 4;
  const int far = picture.width - near;
  return is_near(picture.at(near, near), red) && is_near(picture.at(far, near), green) &&
         is_near(picture.at(near, far), blue) && is_near(picture.at(far, far), yellow);
}

std::string quarters_png(std::uint32_t side, bool interlaced = false) {
  return png({.width = side, .height = side, .interlaced = interlaced},
             [side](std::uint32_t x, std::uint32_t y) {
               return rgb(quarter(static_cast<int>(x), static_cast<int>(y), static_cast<int>(side)));
             });
}

std::string quarters_jpeg(int side, bool progressive = false) {
  return jpeg({.width = side, .height = side, .progressive = progressive},
              [side](int x, int y) { return rgb(quarter(x, y, side)); });
}

TEST_CASE("a portrait has 512 pixels, or as few as the crop has") {
  for (const auto& [side, expected] : {std::pair{1000, 512}, {512, 512}, {100, 100}}) {
    const Decoded from_jpeg = portrait_pixels(quarters_jpeg(side));
    CHECK(from_jpeg.width == expected);
    CHECK(from_jpeg.height == expected);
    CHECK(has_quarters(from_jpeg));
    CHECK(has_quarters(portrait_pixels(quarters_png(static_cast<std::uint32_t>(side)))));
  }
  const Decoded dot = portrait_pixels(quarters_png(1));
  CHECK(dot.width == 1);
}

TEST_CASE("a crop is cut out where it was put") {
  const Square bottom_right{300, 300, 300};
  CHECK(is_near(portrait_pixels(quarters_jpeg(600), bottom_right).at(150, 150), yellow));
  CHECK(is_near(portrait_pixels(quarters_png(600), bottom_right).at(0, 0), yellow));
  const Decoded middle = portrait_pixels(quarters_png(600), Square{200, 200, 200});
  CHECK(middle.width == 200);
  CHECK(has_quarters(middle));
}

TEST_CASE("promise 20: Exif's orientations 1 to 8 come out upright") {
  // The picture as a person should see it is 96 by 64, its left part has the quarters.
  for (int orientation = 1; orientation <= 8; ++orientation) {
    CAPTURE(orientation);
    const domain::PictureHeader upright{domain::PictureKind::jpeg, {96, 64},
                                        domain::Orientation::upright};
    const bool sideways = orientation >= 5;
    domain::PictureHeader stored = upright;
    stored.orientation = static_cast<domain::Orientation>(orientation);
    if (sideways) stored.stored = {64, 96};
    std::vector<std::vector<Rgb>> rows(static_cast<std::size_t>(stored.stored.height),
                                       std::vector<Rgb>(static_cast<std::size_t>(stored.stored.width)));
    for (int y = 0; y < 64; ++y) {
      for (int x = 0; x < 96; ++x) {
        // By the words of the standard: where row 0 and column 0 are to be seen.
        const int from_left[] = {0, x, 95 - x, 95 - x, x, y, y, 63 - y, 63 - y};
        const int from_top[] = {0, y, y, 63 - y, 63 - y, x, 95 - x, 95 - x, x};
        rows[static_cast<std::size_t>(from_top[orientation])]
            [static_cast<std::size_t>(from_left[orientation])] =
                x < 64 ? quarter(x, y, 64) : Rgb{0, 0, 0};
      }
    }
    const std::string file = with_segment(
        jpeg({.width = sideways ? 64 : 96, .height = sideways ? 96 : 64},
             [&](int x, int y) {
               return rgb(rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)]);
             }),
        0xE1, exif(orientation, ""));
    CHECK(has_quarters(portrait_pixels(file, Square{0, 0, 64})));
  }
}

TEST_CASE("promise 20: Exif, GPS and texts are gone, and so is what was hung on behind") {
  using namespace std::string_literals;
  const std::string secret = "47.3769 N, 8.5417 E";
  std::string photo = with_segment(quarters_jpeg(600), 0xE1, exif(1, secret));
  photo = with_segment(photo, 0xFE, secret);
  photo = with_segment(photo, 0xED, "Photoshop 3.0\0"s + secret);
  photo = with_segment(photo, 0xE2, "ICC_PROFILE\0\1\1"s + secret);
  photo += "PK\x03\x04" + secret + "<script>alert(1)</script>";
  const std::string text = "Location" + std::string(1, '\0') + secret;
  const std::string drawing =
      png({.width = 600, .height = 600, .chunks = png_chunk("tEXt", text) + png_chunk("eXIf", secret)},
          [](std::uint32_t, std::uint32_t) { return rgb(red); }) +
      "<html><script>alert(1)</script>" + secret;
  for (const std::string& file : {photo, drawing}) {
    const Outcome made = portrait(file);
    REQUIRE(made);
    for (const char* trace : {"47.3769", "Exif", "Photoshop", "ICC_PROFILE", "Location", "PK\x03\x04",
                              "<script>", "<html>"}) {
      CHECK(made->find(trace) == std::string::npos);
    }
    // Segment by segment: JFIF, tables, frame and scan, and nothing behind the end.
    std::size_t at = 2;
    while (static_cast<unsigned char>((*made)[at + 1]) != 0xDA) {
      const auto byte = [&](std::size_t i) { return static_cast<unsigned char>((*made)[at + i]); };
      REQUIRE(byte(0) == 0xFF);
      const int marker = byte(1);
      CHECK((marker == 0xE0 || marker == 0xDB || marker == 0xC0 || marker == 0xC4));
      at += 2U + byte(2) * 256U + byte(3);
    }
    CHECK(made->find("\xFF\xD9") == made->size() - 2);
  }
}

TEST_CASE("every form of PNG comes out, what is transparent white") {
  const auto at_centre = [](const PngForm& form, const std::string& pixel) {
    return portrait_pixels(png(form, [&](std::uint32_t, std::uint32_t) { return pixel; })).at(8, 8);
  };
  const PngForm form{.width = 16, .height = 16};
  PngForm other = form;
  CHECK(is_near(at_centre(form, rgb(blue)), blue));
  other = {.width = 16, .height = 16, .bits = 16};
  CHECK(is_near(at_centre(other, bytes({220, 9, 30, 9, 30, 9})), red));
  other = {.width = 16, .height = 16, .colour_type = 0};
  CHECK(is_near(at_centre(other, bytes({77})), {77, 77, 77}));
  other = {.width = 16, .height = 16, .bits = 16, .colour_type = 0};
  CHECK(is_near(at_centre(other, bytes({77, 0})), {77, 77, 77}));
  other = {.width = 16, .height = 16, .colour_type = 4};
  CHECK(is_near(at_centre(other, bytes({77, 0})), {255, 255, 255}));
  other = {.width = 16, .height = 16, .colour_type = 6};
  CHECK(is_near(at_centre(other, rgb(red) + bytes({0})), {255, 255, 255}));
  CHECK(is_near(at_centre(other, rgb(red) + bytes({255})), red));
  other = {.width = 16, .height = 16, .colour_type = 3,
           .chunks = png_chunk("PLTE", rgb(red) + rgb(green)) + png_chunk("tRNS", bytes({255, 0}))};
  CHECK(is_near(at_centre(other, bytes({0})), red));
  CHECK(is_near(at_centre(other, bytes({1})), {255, 255, 255}));
  CHECK(has_quarters(portrait_pixels(quarters_png(61, true))));
}

TEST_CASE("every form of JPEG comes out") {
  CHECK(has_quarters(portrait_pixels(quarters_jpeg(64, true))));
  const auto centre = [](const JpegForm& form, const std::string& pixel) {
    return portrait_pixels(jpeg(form, [&](int, int) { return pixel; })).at(8, 8);
  };
  CHECK(is_near(centre({16, 16, JCS_GRAYSCALE, JCS_GRAYSCALE}, bytes({77})), {77, 77, 77}));
  CHECK(is_near(centre({16, 16, JCS_RGB, JCS_RGB}, rgb(blue)), blue));
  // As Photoshop writes them: 255 is no ink.
  CHECK(is_near(centre({16, 16, JCS_CMYK, JCS_CMYK}, bytes({220, 30, 30, 255})), red));
  CHECK(is_near(centre({16, 16, JCS_CMYK, JCS_YCCK}, bytes({220, 30, 30, 255})), red));
  CHECK(is_near(centre({16, 16, JCS_CMYK, JCS_CMYK}, bytes({255, 255, 255, 0})), {0, 0, 0}));
}

TEST_CASE("promise 20: a file that is cut off or damaged is refused") {
  std::vector<std::string> files = {quarters_png(300), quarters_png(60, true), quarters_jpeg(300),
                                    quarters_jpeg(300, true)};
  for (const std::string& file : files) {
    for (const double part : {0.3, 0.5, 0.9}) {
      const auto size = static_cast<std::size_t>(static_cast<double>(file.size()) * part);
      const std::string cut = file.substr(0, size);
      if (!domain::read_picture_header(cut)) continue;
      CAPTURE(size);
      CHECK(is_damaged(portrait(cut)));
    }
  }
  std::string wrong = quarters_png(300);
  wrong[wrong.size() / 2] = static_cast<char>(wrong[wrong.size() / 2] ^ 0x55);
  CHECK(is_damaged(portrait(wrong)));
}

TEST_CASE("promise 20: what the header says and the decoder finds is the same, or refused") {
  constexpr auto upright = domain::Orientation::upright;
  const std::string file = quarters_png(300);
  adapters::images::NativeImages images;
  const domain::PictureHeader lie{domain::PictureKind::png, {299, 300}, upright};
  CHECK_FALSE(images.portrait(file, lie, {0, 0, 10}));
  const domain::PictureHeader other_kind{domain::PictureKind::jpeg, {300, 300}, upright};
  CHECK_FALSE(images.portrait(file, other_kind, {0, 0, 10}));
  const domain::PictureHeader other_way{domain::PictureKind::png, {300, 300}, upright};
  CHECK_FALSE(images.portrait(quarters_jpeg(300), other_way, {0, 0, 10}));
}

TEST_CASE("a scan of nothing, hundreds of times, is given up") {
  std::string file = quarters_jpeg(64, true);
  const std::size_t scan = file.rfind("\xFF\xDA");
  REQUIRE(scan != std::string::npos);
  const std::string last = file.substr(scan, file.size() - 2 - scan);
  file.resize(file.size() - 2);
  std::string many = file;
  for (int i = 0; i < 500; ++i) many += last;
  CHECK(portrait(file + "\xFF\xD9"));
  CHECK_FALSE(portrait(many + "\xFF\xD9"));
}

}  // namespace
}  // namespace laurel::tests

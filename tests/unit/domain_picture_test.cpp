#include "domain/picture.h"

#include <set>
#include <string>

#include <doctest/doctest.h>

namespace laurel::domain {
namespace {

std::string be(unsigned number, int bytes) {
  std::string text;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
    text.push_back(static_cast<char>((number >> shift) & 0xFF));
  }
  return text;
}

std::string png(unsigned width, unsigned height, const std::string& rest = {"\x08\x02\0\0\0", 5}) {
  return "\x89PNG\r\n\x1A\n" + be(13, 4) + "IHDR" + be(width, 4) + be(height, 4) + rest;
}

std::string segment(int marker, const std::string& content) {
  return std::string("\xFF") + static_cast<char>(marker) +
         be(static_cast<unsigned>(content.size()) + 2, 2) + content;
}

std::string frame(unsigned width, unsigned height, int marker = 0xC0) {
  return segment(marker, "\x08" + be(height, 2) + be(width, 2) + "\x03" + std::string(9, '\x11'));
}

std::string exif(const std::string& order, int value) {
  const bool little = order == "II";
  const auto number = [little](unsigned n, int bytes) {
    std::string text = be(n, bytes);
    return little ? std::string(text.rbegin(), text.rend()) : text;
  };
  const auto v = static_cast<unsigned>(value);
  return segment(0xE1, std::string("Exif\0\0", 6) + order + number(42, 2) + number(8, 4) +
                           number(2, 2) + number(0x0100, 2) + number(4, 2) + number(1, 4) +
                           number(7, 4) + number(0x0112, 2) + number(3, 2) + number(1, 4) +
                           number(v, 2) + number(0, 2) + number(0, 4));
}

std::string jpeg(const std::string& segments) { return "\xFF\xD8" + segments; }

PictureFault fault(const std::string& file) {
  const auto header = read_picture_header(file);
  REQUIRE_FALSE(header);
  return header.error();
}

TEST_CASE("promise 20: a 60k by 60k PNG is refused from its header") {
  CHECK(fault(png(60'000, 60'000)) == PictureFault::too_many_pixels);
  CHECK(fault(png(0xFFFFFFFF, 0xFFFFFFFF)) == PictureFault::too_many_pixels);
  CHECK(fault(jpeg(frame(65'535, 65'535))) == PictureFault::too_many_pixels);
}

TEST_CASE("a side has 12,000 pixels at most, and a picture 40 million") {
  CHECK(read_picture_header(png(12'000, 3'333))->stored == PictureSize{12'000, 3'333});
  CHECK(fault(png(12'001, 1)) == PictureFault::too_many_pixels);
  CHECK(fault(png(1, 12'001)) == PictureFault::too_many_pixels);
  CHECK(read_picture_header(png(8'000, 5'000)));
  CHECK(fault(png(8'000, 5'001)) == PictureFault::too_many_pixels);
}

TEST_CASE("promise 20: what is neither JPEG nor PNG is refused, whatever it calls itself") {
  for (const std::string& file :
       {std::string(), std::string("GIF89a\x10\0\x10\0", 10), std::string("BM"),
        std::string("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        std::string("<?xml version='1.0'?><svg/>"), std::string("PK\x03\x04"),
        std::string("RIFF\x10\0\0\0WEBPVP8 ", 16), std::string("<html>"), std::string("\xFF\xD8"),
        " " + png(1, 1), "\n" + jpeg(frame(1, 1))}) {
    CHECK(fault(file) == PictureFault::not_a_picture);
  }
}

TEST_CASE("a PNG's header is as the standard has it, or it is none") {
  CHECK(fault(png(0, 1)) == PictureFault::not_a_picture);
  CHECK(fault(png(1, 0)) == PictureFault::not_a_picture);
  for (const std::string& rest : {std::string("\x08\x01\0\0\0", 5), std::string("\x03\x02\0\0\0", 5),
                                  std::string("\x10\x03\0\0\0", 5), std::string("\x08\x02\1\0\0", 5),
                                  std::string("\x08\x02\0\1\0", 5), std::string("\x08\x02\0\0\2", 5),
                                  std::string("\x08\x02\0\0", 4)}) {
    CHECK(fault(png(1, 1, rest)) == PictureFault::not_a_picture);
  }
  std::string other = png(1, 1);
  other[12] = 'J';
  CHECK(fault(other) == PictureFault::not_a_picture);
}

TEST_CASE("a JPEG's size stands in its first frame, behind any segments") {
  const auto header = read_picture_header(
      jpeg(segment(0xE0, "JFIF") + segment(0xFE, frame(9, 9)) + "\xFF\xFF" + frame(640, 480)));
  REQUIRE(header);
  CHECK(header->kind == PictureKind::jpeg);
  CHECK(header->stored == PictureSize{640, 480});
  CHECK(read_picture_header(jpeg(frame(5, 4, 0xC2)))->stored == PictureSize{5, 4});
  for (const std::string& segments :
       {frame(5, 4, 0xC3), frame(5, 4, 0xC9), frame(5, 4, 0xC4), frame(0, 4), frame(5, 0),
        frame(5, 4) + frame(7, 7), std::string("\xFF\xD9") + frame(5, 4),
        segment(0xDA, "") + frame(5, 4), "\xFF\xE1" + be(1, 2) + frame(5, 4), "xx" + frame(5, 4)}) {
    CHECK(fault(jpeg(segments)) == PictureFault::not_a_picture);
  }
}

TEST_CASE("promise 20: whatever is cut off is refused or read the same") {
  const std::string file = jpeg(exif("MM", 6) + segment(0xE0, "JFIF") + frame(640, 480));
  for (std::size_t size = 0; size < file.size(); ++size) {
    CHECK(fault(file.substr(0, size)) == PictureFault::not_a_picture);
  }
  const std::string whole = png(640, 480);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CHECK(fault(whole.substr(0, size)) == PictureFault::not_a_picture);
  }
}

TEST_CASE("the orientation is read in both byte orders, before or behind the frame") {
  for (const char* order : {"II", "MM"}) {
    for (int value = 1; value <= 8; ++value) {
      for (const std::string& file : {jpeg(exif(order, value) + frame(5, 4)),
                                      jpeg(frame(5, 4) + exif(order, value)),
                                      jpeg(exif(order, value) + exif(order, 3) + frame(5, 4))}) {
        const auto header = read_picture_header(file);
        REQUIRE(header);
        CHECK(static_cast<int>(header->orientation) == value);
        const PictureSize size = upright_size(*header);
        CHECK(size == (value < 5 ? PictureSize{5, 4} : PictureSize{4, 5}));
      }
    }
  }
  for (const std::string& none : {exif("II", 0), exif("MM", 9), exif("XX", 6), std::string()}) {
    CHECK(read_picture_header(jpeg(none + frame(5, 4)))->orientation == Orientation::upright);
  }
}

TEST_CASE("what a file is called says its kind") {
  CHECK(picture_kind_of_name("me.JPG") == PictureKind::jpeg);
  CHECK(picture_kind_of_name("me.b.jpeg") == PictureKind::jpeg);
  CHECK(picture_kind_of_name("Ich am Meer.Png") == PictureKind::png);
  for (const char* name : {"", "jpg", "me.gif", "me.svg", "me.jpg.html", "me.png ", "me.jpe"}) {
    CHECK_FALSE(picture_kind_of_name(name));
  }
}

TEST_CASE("a crop lies in the picture, and has pixels") {
  const PictureSize size{30, 20};
  CHECK(centre_square(size) == Square{5, 0, 20});
  CHECK(centre_square({21, 30}) == Square{0, 4, 21});
  CHECK(lies_within({10, 0, 20}, size));
  CHECK(lies_within({29, 19, 1}, size));
  constexpr std::int64_t huge = 9'007'199'254'740'991;
  for (const Square& square : {Square{11, 0, 20}, Square{0, 0, 21}, Square{0, 0, 0},
                               Square{-1, 0, 5}, Square{0, -1, 5}, Square{0, 0, -5},
                               Square{huge, 0, 1}, Square{1, 1, huge}, Square{-huge, 0, huge}}) {
    CHECK_FALSE(lies_within(square, size));
  }
}

TEST_CASE("a crop is found in the file's rows, and its pixels go where they belong") {
  for (int value = 1; value <= 8; ++value) {
    CAPTURE(value);
    const PictureHeader header{PictureKind::jpeg, {7, 5}, static_cast<Orientation>(value)};
    const PictureSize upright = upright_size(header);
    // Each pixel by itself: where it came from, all are different.
    std::set<std::pair<std::int64_t, std::int64_t>> seen;
    for (std::int64_t y = 0; y < upright.height; ++y) {
      for (std::int64_t x = 0; x < upright.width; ++x) {
        const Square from = stored_square({x, y, 1}, header);
        CHECK(lies_within(from, header.stored));
        seen.emplace(from.x, from.y);
      }
    }
    CHECK(seen.size() == 35);
    const Square crop{1, 2, 3};
    const Square stored = stored_square(crop, header);
    CHECK(stored.size == 3);
    for (std::int64_t y = 0; y < 3; ++y) {
      for (std::int64_t x = 0; x < 3; ++x) {
        const Pixel to = upright_pixel({x, y}, 3, header.orientation);
        CHECK(stored_square({crop.x + to.x, crop.y + to.y, 1}, header) ==
              Square{stored.x + x, stored.y + y, 1});
      }
    }
  }
}

}  // namespace
}  // namespace laurel::domain

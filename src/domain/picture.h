// What a picture file says of itself in its first bytes, before anything of it is decoded: so that a
// file that would unpack to gigabytes, or is none of our kinds, is refused for the price of a look.
//
//   const auto header = domain::read_picture_header(file);
//   if (!header) …  header.error() == domain::PictureFault::too_many_pixels
//   const domain::Square crop = domain::centre_square(domain::upright_size(*header));
//
// Sources: PNG, W3C Recommendation, third edition, 5.2 and 11.2.1; JPEG, ITU-T T.81 B.1 and B.2;
// orientation, Exif 2.32 (CIPA DC-008), 4.6.4 A. A PNG is taken as it lies: its eXIf chunk is not
// read, as most browsers do not read it either.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <tl/expected.hpp>

namespace laurel::domain {

inline constexpr std::size_t max_picture_bytes = 2 * 1024 * 1024;  // of a file: less than this
inline constexpr std::int64_t max_picture_side = 12'000;           // pixels
inline constexpr std::int64_t max_picture_pixels = 40'000'000;
inline constexpr std::int64_t portrait_side = 512;                 // of what is made of it, at most

enum class PictureKind { jpeg, png };

constexpr std::string_view media_type(PictureKind kind) {
  return kind == PictureKind::png ? "image/png" : "image/jpeg";
}

enum class PictureFault {
  not_a_picture,    // neither JPEG nor PNG, cut off, or of a form that nobody writes
  too_many_pixels,  // beyond `max_picture_side` or `max_picture_pixels`
};

/// How the picture lies in its file, by Exif's numbers.
enum class Orientation {
  upright = 1,
  mirrored = 2,
  upside_down = 3,
  upside_down_mirrored = 4,
  transposed = 5,        // mirrored along the diagonal from the top left
  turned_left = 6,       // a quarter to the right makes it upright
  transposed_twice = 7,  // mirrored along the other diagonal
  turned_right = 8,      // a quarter to the left makes it upright
};

struct PictureSize {
  std::int64_t width = 0;
  std::int64_t height = 0;

  friend bool operator==(const PictureSize&, const PictureSize&) = default;
};

struct PictureHeader {
  PictureKind kind = PictureKind::jpeg;
  PictureSize stored;  // as it lies in the file
  Orientation orientation = Orientation::upright;
};

/// In pixels from the top left corner.
struct Square {
  std::int64_t x = 0;
  std::int64_t y = 0;
  std::int64_t size = 0;

  friend bool operator==(const Square&, const Square&) = default;
};

/// By the name's ending, in any case: .jpg, .jpeg, .png.
[[nodiscard]] std::optional<PictureKind> picture_kind_of_name(std::string_view file_name);

/// Reads the header alone, in a time that grows with the file's size and no memory.
[[nodiscard]] tl::expected<PictureHeader, PictureFault> read_picture_header(std::string_view file);

/// As a person sees it, turned upright.
[[nodiscard]] PictureSize upright_size(const PictureHeader& header);

[[nodiscard]] Square centre_square(PictureSize size);

/// Whether it has pixels and lies in the picture.
[[nodiscard]] bool lies_within(const Square& square, PictureSize size);

/// Where a square of the upright picture lies in the file's rows.
[[nodiscard]] Square stored_square(const Square& upright, const PictureHeader& header);

/// Where the pixel of a square of the file's rows goes in the upright square of the same side.
struct Pixel {
  std::int64_t x = 0;
  std::int64_t y = 0;

  friend bool operator==(const Pixel&, const Pixel&) = default;
};
[[nodiscard]] Pixel upright_pixel(Pixel stored, std::int64_t side, Orientation orientation);

}  // namespace laurel::domain

#include "domain/picture.h"

#include <algorithm>

#include "base/utf8.h"

namespace laurel::domain {
namespace {

using base::ascii_lower;

enum class ByteOrder { big, little };

/// The bytes of a file, of which the first are taken away; `ok` turns false at the end and stays so.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] bool ok() const { return ok_; }

  std::string_view take(std::size_t count) {
    if (count > rest_.size()) {
      ok_ = false;
      rest_ = {};
      return {};
    }
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }

  std::uint32_t number(std::size_t bytes, ByteOrder order = ByteOrder::big) {
    const std::string_view taken = take(bytes);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < taken.size(); ++i) {
      const std::size_t at = order == ByteOrder::big ? i : taken.size() - 1 - i;
      value = (value << 8) | static_cast<unsigned char>(taken[at]);
    }
    return value;
  }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

constexpr std::string_view png_magic = "\x89PNG\r\n\x1A\n";
constexpr std::string_view jpeg_magic = "\xFF\xD8\xFF";

tl::unexpected<PictureFault> not_a_picture() {
  return tl::unexpected(PictureFault::not_a_picture);
}

// ---- PNG ----

/// The colour types and the bits of a sample that each may have.
bool is_png_colour(std::uint32_t colour_type, std::uint32_t bits) {
  const bool small = bits == 1 || bits == 2 || bits == 4;
  switch (colour_type) {
    case 0: return small || bits == 8 || bits == 16;  // grey
    case 3: return small || bits == 8;                // palette
    case 2:                                           // RGB
    case 4:                                           // grey and alpha
    case 6: return bits == 8 || bits == 16;           // RGB and alpha
    default: return false;
  }
}

tl::expected<PictureHeader, PictureFault> read_png(Bytes bytes) {
  bytes.take(png_magic.size());
  const std::uint32_t length = bytes.number(4);
  const std::string_view type = bytes.take(4);
  const std::uint32_t width = bytes.number(4);
  const std::uint32_t height = bytes.number(4);
  const std::uint32_t bits = bytes.number(1);
  const std::uint32_t colour_type = bytes.number(1);
  const std::uint32_t compression = bytes.number(1);
  const std::uint32_t filter = bytes.number(1);
  const std::uint32_t interlace = bytes.number(1);
  const bool good = bytes.ok() && length == 13 && type == "IHDR" &&
                    is_png_colour(colour_type, bits) && compression == 0 && filter == 0 &&
                    interlace <= 1;
  if (!good) return not_a_picture();
  return PictureHeader{PictureKind::png, {width, height}, Orientation::upright};
}

// ---- Exif ----

Orientation read_orientation(std::string_view exif) {
  constexpr std::uint32_t orientation_tag = 0x0112;
  constexpr std::uint32_t short_type = 3;
  constexpr std::size_t entry_bytes = 12;
  Bytes head(exif);
  const std::string_view mark = head.take(2);
  if (mark != "II" && mark != "MM") return Orientation::upright;
  const ByteOrder order = mark == "II" ? ByteOrder::little : ByteOrder::big;
  if (head.number(2, order) != 42) return Orientation::upright;
  const std::uint32_t directory = head.number(4, order);

  Bytes entries(exif);
  entries.take(directory);
  const std::uint32_t count = entries.number(2, order);
  for (std::uint32_t i = 0; i < count && entries.ok(); ++i) {
    Bytes entry(entries.take(entry_bytes));
    if (entry.number(2, order) != orientation_tag) continue;
    if (entry.number(2, order) != short_type) break;
    entry.number(4, order);  // how many values: one
    const std::uint32_t value = entry.number(2, order);
    if (!entry.ok() || value < 1 || value > 8) break;
    return static_cast<Orientation>(value);
  }
  return Orientation::upright;
}

// ---- JPEG ----

constexpr std::uint32_t app1 = 0xE1;
constexpr std::uint32_t start_of_scan = 0xDA;

/// Markers without a segment of their own: TEM, RST0 to RST7, SOI, EOI.
bool stands_alone(std::uint32_t marker) {
  return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD9);
}

/// SOF0 to SOF2: Huffman-coded, baseline, extended or progressive. No browser reads the others.
bool is_frame(std::uint32_t marker) { return marker >= 0xC0 && marker <= 0xC2; }

bool read_frame(Bytes segment, PictureSize& size) {
  const std::uint32_t bits = segment.number(1);
  size.height = segment.number(2);
  size.width = segment.number(2);
  const std::uint32_t components = segment.number(1);
  return segment.ok() && bits == 8 && (components == 1 || components == 3 || components == 4);
}

/// The next marker; nothing where none follows.
std::optional<std::uint32_t> next_marker(Bytes& bytes) {
  if (bytes.number(1) != 0xFF) return std::nullopt;
  std::uint32_t marker = 0xFF;
  while (bytes.ok() && marker == 0xFF) marker = bytes.number(1);  // fill bytes, T.81 B.1.1.2
  if (!bytes.ok()) return std::nullopt;
  return marker;
}

/// The first Exif segment and the first frame count, as for decoders.
tl::expected<PictureHeader, PictureFault> read_jpeg(Bytes bytes) {
  constexpr std::string_view exif_mark("Exif\0\0", 6);
  PictureHeader header;
  bool has_exif = false;
  bool has_frame = false;
  bytes.take(2);
  while (!has_frame || !has_exif) {
    const auto marker = next_marker(bytes);
    if (!marker || *marker == start_of_scan || stands_alone(*marker)) break;
    const std::uint32_t length = bytes.number(2);
    if (length < 2) break;
    const std::string_view segment = bytes.take(length - 2);
    if (!bytes.ok()) break;
    if (is_frame(*marker)) {
      if (has_frame || !read_frame(Bytes(segment), header.stored)) return not_a_picture();
      has_frame = true;
    } else if (*marker == app1 && !has_exif && segment.starts_with(exif_mark)) {
      has_exif = true;
      header.orientation = read_orientation(segment.substr(exif_mark.size()));
    }
  }
  if (!has_frame) return not_a_picture();
  return header;
}

bool is_turned_sideways(Orientation orientation) { return orientation >= Orientation::transposed; }

Orientation inverse(Orientation orientation) {
  if (orientation == Orientation::turned_left) return Orientation::turned_right;
  if (orientation == Orientation::turned_right) return Orientation::turned_left;
  return orientation;
}

/// In a picture of `size`, which is that of the rows as stored.
Pixel turned(Pixel at, PictureSize size, Orientation orientation) {
  const Pixel last{size.width - 1, size.height - 1};
  switch (orientation) {
    case Orientation::upright: break;
    case Orientation::mirrored: return {last.x - at.x, at.y};
    case Orientation::upside_down: return {last.x - at.x, last.y - at.y};
    case Orientation::upside_down_mirrored: return {at.x, last.y - at.y};
    case Orientation::transposed: return {at.y, at.x};
    case Orientation::turned_left: return {last.y - at.y, at.x};
    case Orientation::transposed_twice: return {last.y - at.y, last.x - at.x};
    case Orientation::turned_right: return {at.y, last.x - at.x};
  }
  return at;
}

}  // namespace

std::optional<PictureKind> picture_kind_of_name(std::string_view file_name) {
  const std::string name = ascii_lower(file_name);
  if (name.ends_with(".jpg") || name.ends_with(".jpeg")) return PictureKind::jpeg;
  if (name.ends_with(".png")) return PictureKind::png;
  return std::nullopt;
}

tl::expected<PictureHeader, PictureFault> read_picture_header(std::string_view file) {
  const bool is_png = file.starts_with(png_magic);
  if (!is_png && !file.starts_with(jpeg_magic)) return not_a_picture();
  auto header = is_png ? read_png(Bytes(file)) : read_jpeg(Bytes(file));
  if (!header) return header;
  const PictureSize size = header->stored;
  if (size.width == 0 || size.height == 0) return not_a_picture();
  const bool small_enough = std::max(size.width, size.height) <= max_picture_side &&
                            size.width * size.height <= max_picture_pixels;
  if (!small_enough) return tl::unexpected(PictureFault::too_many_pixels);
  return header;
}

PictureSize upright_size(const PictureHeader& header) {
  if (!is_turned_sideways(header.orientation)) return header.stored;
  return {header.stored.height, header.stored.width};
}

Square centre_square(PictureSize size) {
  const std::int64_t side = std::min(size.width, size.height);
  return {(size.width - side) / 2, (size.height - side) / 2, side};
}

bool lies_within(const Square& square, PictureSize size) {
  return square.size >= 1 && square.x >= 0 && square.y >= 0 &&
         square.size <= std::min(size.width, size.height) &&
         square.x <= size.width - square.size && square.y <= size.height - square.size;
}

Square stored_square(const Square& upright, const PictureHeader& header) {
  const PictureSize size = upright_size(header);
  const Orientation back = inverse(header.orientation);
  const Pixel a = turned({upright.x, upright.y}, size, back);
  const Pixel b = turned({upright.x + upright.size - 1, upright.y + upright.size - 1}, size, back);
  return {std::min(a.x, b.x), std::min(a.y, b.y), upright.size};
}

Pixel upright_pixel(Pixel stored, std::int64_t side, Orientation orientation) {
  return turned(stored, {side, side}, orientation);
}

}  // namespace laurel::domain

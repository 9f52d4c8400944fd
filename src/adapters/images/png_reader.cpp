#include "adapters/images/png_reader.h"

#include <vector>

#include <png.h>

namespace laurel::adapters::images {
namespace {

/// Gives back what libpng holds, also after its errors.
struct Image {
  Image() { image.version = PNG_IMAGE_VERSION; }
  ~Image() { png_image_free(&image); }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;

  png_image image{};
};

}  // namespace

tl::expected<void, ports::ImageFault> read_png(std::string_view file, domain::PictureSize size,
                                               const domain::Square& crop, AreaScaler& scaler) {
  const auto damaged = tl::unexpected(ports::ImageFault::damaged);
  Image png;
  if (png_image_begin_read_from_memory(&png.image, file.data(), file.size()) == 0) return damaged;
  if (domain::PictureSize{png.image.width, png.image.height} != size) return damaged;
  png.image.format = PNG_FORMAT_RGB;
  // libpng would take 16 bits that do not say what they are for light instead of sRGB.
  png.image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
  constexpr png_color white{255, 255, 255};
  std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(png.image));
  if (png_image_finish_read(&png.image, &white, pixels.data(), 0, nullptr) == 0) return damaged;
  const auto width = static_cast<std::size_t>(size.width);
  const auto left = static_cast<std::size_t>(crop.x);
  const auto top = static_cast<std::size_t>(crop.y);
  const std::uint8_t* row = pixels.data() + (top * width + left) * rgb_bytes;
  for (; !scaler.is_complete(); row += width * rgb_bytes) scaler.add_row(row);
  return {};
}

}  // namespace laurel::adapters::images

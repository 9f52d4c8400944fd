#include "adapters/images/native_images.h"

#include <algorithm>
#include <cassert>

#include "adapters/images/area_scaler.h"
#include "adapters/images/jpeg_reader.h"
#include "adapters/images/jpeg_writer.h"
#include "adapters/images/png_reader.h"

namespace laurel::adapters::images {
namespace {

using Pixels = std::vector<std::uint8_t>;

/// Turned when it is small already: the same picture, for a fraction of the work.
Pixels upright(const Pixels& stored, std::size_t side, domain::Orientation orientation) {
  Pixels turned(stored.size());
  const auto whole = static_cast<std::int64_t>(side);
  for (std::int64_t y = 0; y < whole; ++y) {
    for (std::int64_t x = 0; x < whole; ++x) {
      const domain::Pixel to = domain::upright_pixel({x, y}, whole, orientation);
      const auto* pixel = stored.data() + static_cast<std::size_t>(y * whole + x) * rgb_bytes;
      std::copy_n(pixel, rgb_bytes,
                  turned.data() + static_cast<std::size_t>(to.y * whole + to.x) * rgb_bytes);
    }
  }
  return turned;
}

}  // namespace

tl::expected<std::string, ports::ImageFault> NativeImages::portrait(
    std::string_view file, const domain::PictureHeader& header, const domain::Square& crop) {
  assert(domain::lies_within(crop, domain::upright_size(header)));
  const auto side = static_cast<std::size_t>(std::min(crop.size, domain::portrait_side));
  AreaScaler scaler(static_cast<std::size_t>(crop.size), side);
  const auto read = header.kind == domain::PictureKind::png ? read_png : read_jpeg;
  const auto done = read(file, header.stored, domain::stored_square(crop, header), scaler);
  if (!done) return tl::unexpected(done.error());
  return write_jpeg(upright(scaler.finish(), side, header.orientation), side);
}

}  // namespace laurel::adapters::images

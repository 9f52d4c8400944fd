// Decoding pictures of strangers (src/adapters/images). The first byte chooses the crop.
#include <algorithm>
#include <string>

#include "adapters/images/native_images.h"
#include "tests/fuzz/property.h"

namespace laurel::fuzz {
namespace {

using namespace domain;

/// Larger pictures take longer and find nothing else.
constexpr std::int64_t max_pixels = 300 * 300;

Square crop_for(unsigned choice, PictureSize size) {
  const Square centre = centre_square(size);
  switch (choice % 4) {
    case 0: return {0, 0, 1};
    case 1: return {size.width - 1, size.height - 1, 1};
    case 2: return {size.width - centre.size, size.height - centre.size, centre.size};
    default: return centre;
  }
}

void check_portrait(std::string_view file, const PictureHeader& header, unsigned choice) {
  const Square crop = crop_for(choice, upright_size(header));
  adapters::images::NativeImages images;
  const auto made = images.portrait(file, header, crop);
  if (!made) return;
  const auto read = read_picture_header(*made);
  always(read && read->kind == PictureKind::jpeg, "a portrait is a JPEG");
  const std::int64_t side = std::min(crop.size, portrait_side);
  always(read->stored == PictureSize{side, side}, "a portrait is as large as was asked for");
  always(read->orientation == Orientation::upright, "a portrait is upright");
  always(images.portrait(*made, *read, {0, 0, side}).has_value(), "a portrait can be decoded");
}

}  // namespace
}  // namespace laurel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace laurel;
  if (size == 0) return 0;
  const std::string_view file = fuzz::as_text(data + 1, size - 1);
  const auto header = domain::read_picture_header(file);
  if (!header || header->stored.width * header->stored.height > fuzz::max_pixels) return 0;
  fuzz::check_portrait(file, *header, data[0]);
  return 0;
}

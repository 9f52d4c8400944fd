// What a picture file says of itself, from anybody (src/domain/picture.h).
#include <algorithm>
#include <string>

#include "domain/picture.h"
#include "tests/fuzz/property.h"

namespace laurel::fuzz {
namespace {

using namespace domain;

void check_header(const PictureHeader& header) {
  const PictureSize size = header.stored;
  always(size.width >= 1 && size.height >= 1, "a picture has pixels");
  always(std::max(size.width, size.height) <= max_picture_side, "no side is too long");
  always(size.width * size.height <= max_picture_pixels, "there are not too many pixels");
  const auto orientation = static_cast<int>(header.orientation);
  always(orientation >= 1 && orientation <= 8, "an orientation is one of eight");
}

void check_crop(const PictureHeader& header) {
  const PictureSize upright = upright_size(header);
  const Square centre = centre_square(upright);
  always(lies_within(centre, upright), "the centre lies in the picture");
  const Square stored = stored_square(centre, header);
  always(lies_within(stored, header.stored), "what lies in the picture lies in the file's rows");
  const Pixel corner = upright_pixel({0, 0}, centre.size, header.orientation);
  always(lies_within({corner.x, corner.y, 1}, {centre.size, centre.size}),
         "a pixel of a square stays in it");
}

}  // namespace
}  // namespace laurel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace laurel;
  const std::string_view file = fuzz::as_text(data, size);
  const auto header = domain::read_picture_header(file);
  const auto more = domain::read_picture_header(std::string(file) + "more");
  if (!header) return 0;
  fuzz::check_header(*header);
  fuzz::check_crop(*header);
  fuzz::always(!more || more->stored == header->stored, "what follows never changes the size");
  return 0;
}

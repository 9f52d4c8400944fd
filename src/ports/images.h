// Who decodes pictures, and makes portraits of them.
//
//   const auto header = domain::read_picture_header(file);
//   const auto jpeg = images.portrait(file, *header, domain::centre_square(upright_size(*header)));
#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "domain/picture.h"

namespace laurel::ports {

enum class ImageFault {
  damaged,      // what is in the file is not what its header says
  unsupported,  // this host cannot decode pictures, or not this form of one
};

class Images {
 public:
  virtual ~Images() = default;

  /// The square `crop` of the picture, turned upright, as a JPEG with nothing but its pixels. Its
  /// side is that of the crop, `domain::portrait_side` at most; what is transparent becomes white.
  /// `header` is the file's, and the crop lies within the upright picture.
  [[nodiscard]] virtual tl::expected<std::string, ImageFault> portrait(
      std::string_view file, const domain::PictureHeader& header, const domain::Square& crop) = 0;
};

}  // namespace laurel::ports

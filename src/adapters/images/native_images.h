// Portraits by libpng and libjpeg: decode, crop, scale by averaging areas, turn upright, encode
// anew.
//
//   adapters::images::NativeImages images;
//   const auto jpeg = images.portrait(file, header, crop);
//
// Has no state: any number of threads may call it, each with up to 256 MiB for the largest
// pictures.
#pragma once

#include "ports/images.h"

namespace laurel::adapters::images {

class NativeImages final : public ports::Images {
 public:
  [[nodiscard]] tl::expected<std::string, ports::ImageFault> portrait(
      std::string_view file, const domain::PictureHeader& header,
      const domain::Square& crop) override;
};

}  // namespace laurel::adapters::images

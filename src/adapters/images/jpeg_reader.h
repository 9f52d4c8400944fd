// Decodes JPEG by libjpeg, row by row: grey, YCbCr, RGB, CMYK and YCCK, baseline and progressive.
#pragma once

#include <string_view>

#include <tl/expected.hpp>

#include "adapters/images/area_scaler.h"
#include "domain/picture.h"
#include "ports/images.h"

namespace laurel::adapters::images {

/// The rows of `crop`, in the file's own orientation, into `scaler`, whose side is the crop's.
/// Progressive files take up to 256 MiB while they are decoded, others a few rows.
[[nodiscard]] tl::expected<void, ports::ImageFault> read_jpeg(std::string_view file,
                                                              domain::PictureSize size,
                                                              const domain::Square& crop,
                                                              AreaScaler& scaler);

}  // namespace laurel::adapters::images

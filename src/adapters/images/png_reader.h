// Decodes PNG by libpng's simplified interface, which sees to palettes, grey, 16 bits, interlacing
// and colour spaces, and catches its own errors.
#pragma once

#include <string_view>

#include <tl/expected.hpp>

#include "adapters/images/area_scaler.h"
#include "domain/picture.h"
#include "ports/images.h"

namespace laurel::adapters::images {

/// The rows of `crop`, in the file's own orientation, into `scaler`, whose side is the crop's.
/// What is transparent becomes white. Takes three bytes for each pixel of the picture.
[[nodiscard]] tl::expected<void, ports::ImageFault> read_png(std::string_view file,
                                                             domain::PictureSize size,
                                                             const domain::Square& crop,
                                                             AreaScaler& scaler);

}  // namespace laurel::adapters::images

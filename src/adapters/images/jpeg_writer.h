// Encodes JPEG by libjpeg, with no segment that says anything but how to decode it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ports/images.h"

namespace laurel::adapters::images {

/// `rgb` are the rows of a square picture.
[[nodiscard]] tl::expected<std::string, ports::ImageFault> write_jpeg(
    const std::vector<std::uint8_t>& rgb, std::size_t side);

}  // namespace laurel::adapters::images

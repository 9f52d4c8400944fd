// Images that are made without decoding anything: what was asked for, in words.
#pragma once

#include <atomic>
#include <optional>
#include <string>

#include "ports/images.h"

namespace laurel::tests {

class FakeImages final : public ports::Images {
 public:
  tl::expected<std::string, ports::ImageFault> portrait(std::string_view, const domain::PictureHeader&,
                                                        const domain::Square& crop) override {
    ++asked;
    if (fault) return tl::unexpected(*fault);
    return "portrait " + std::to_string(asked) + ": " + std::to_string(crop.x) + " " +
           std::to_string(crop.y) + " " + std::to_string(crop.size);
  }

  std::optional<ports::ImageFault> fault;
  std::atomic<int> asked{0};
};

}  // namespace laurel::tests

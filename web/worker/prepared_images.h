// Pictures in the offline demo, where the browser decodes them and takes its time: the service asks
// once and is told no, the worker has the portrait made, and the same request is handled once more.
//
//   response = api.handle(request, services);      // with the checks of the header
//   if (auto wanted = images.take_wanted()) …           // nothing is decoded before
//   images.prepare(portrait);                           // and handle the request again
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "ports/images.h"

namespace laurel::web {

struct WantedPortrait {
  std::string file;
  std::string media_type;
  domain::PictureSize upright;  // what the decoder must find
  domain::Square crop;
};

using Portrait = tl::expected<std::string, ports::ImageFault>;

class PreparedImages final : public ports::Images {
 public:
  [[nodiscard]] Portrait portrait(std::string_view file, const domain::PictureHeader& header,
                                  const domain::Square& crop) override {
    if (prepared_) return *std::exchange(prepared_, std::nullopt);
    wanted_ = {std::string(file), std::string(domain::media_type(header.kind)),
               domain::upright_size(header), crop};
    return tl::unexpected(ports::ImageFault::unsupported);
  }

  /// What was asked for and is not prepared.
  [[nodiscard]] std::optional<WantedPortrait> take_wanted() {
    return std::exchange(wanted_, std::nullopt);
  }

  /// The answer to the next question.
  void prepare(Portrait portrait) { prepared_ = std::move(portrait); }
  void forget() { prepared_.reset(); }

 private:
  std::optional<WantedPortrait> wanted_;
  std::optional<Portrait> prepared_;
};

}  // namespace laurel::web

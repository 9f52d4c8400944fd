// QR codes (ISO/IEC 18004), by the package qrcode-generator. It is loaded when the first one is wanted;
// where that fails there is none, and whoever wanted it has the text beside it.
//
//   web::QrEncoder encoder([](web::QrCode code) { … });
//   encoder.encode("https://desk.example/ipma/#/verify/…");
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace laurel::web {

struct QrCode {
  std::string text;
  std::string path;       // of the dark modules, as in SVG, a module being 1 × 1
  std::int64_t size = 0;  // of the side in modules, with a margin of four (section 5.3.8)
};

class QrEncoder {
 public:
  explicit QrEncoder(std::function<void(QrCode)> on_code);
  QrEncoder(const QrEncoder&) = delete;
  QrEncoder& operator=(const QrEncoder&) = delete;

  void encode(std::string_view text);

 private:
  friend struct QrBridge;  // what qr.js calls
  std::function<void(QrCode)> on_code_;
};

}  // namespace laurel::web

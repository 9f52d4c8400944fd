#include "web/qr/qr.h"

#include <charconv>
#include <utility>

#include <emscripten/emscripten.h>

#include "web/bridge/bridge.h"

extern "C" {
void laurel_qr_encode(void* encoder, const char* text, int size);
}

namespace laurel::web {

QrEncoder::QrEncoder(std::function<void(QrCode)> on_code) : on_code_(std::move(on_code)) {}

void QrEncoder::encode(std::string_view text) {
  laurel_qr_encode(this, text.data(), static_cast<int>(text.size()));
}

struct QrBridge {
  static void made(QrEncoder& encoder, std::string_view bytes) {
    FieldReader reader(bytes);
    QrCode code;
    code.text = reader.next();
    code.path = reader.next();
    const std::string_view size = reader.next();
    std::from_chars(size.data(), size.data() + size.size(), code.size);
    encoder.on_code_(std::move(code));
  }
};

}  // namespace laurel::web

using namespace laurel;

extern "C" EMSCRIPTEN_KEEPALIVE void laurel_qr_made(void* encoder, char* buffer, int length) {
  const web::Incoming incoming(buffer, length);
  web::QrBridge::made(*static_cast<web::QrEncoder*>(encoder), incoming.bytes());
}

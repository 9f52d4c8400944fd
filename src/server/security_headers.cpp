#include "server/security_headers.h"

namespace laurel::server {

void add_security_headers(Headers& headers) {
  // 'wasm-unsafe-eval' compiles WebAssembly and nothing else. Styles that scripts set on an element
  // (element.style) need no exception.
  headers.emplace_back("Content-Security-Policy",
                       "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
                       "style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
                       "worker-src 'self'; manifest-src 'self'; form-action 'self'; "
                       "frame-ancestors 'none'; object-src 'none'; base-uri 'none'");
  headers.emplace_back("X-Content-Type-Options", "nosniff");
  // With "no-referrer" browsers must send "Origin: null" with the page's own requests (Fetch standard,
  // "append a request Origin header"), and the service would refuse every change.
  headers.emplace_back("Referrer-Policy", "same-origin");
  headers.emplace_back("Permissions-Policy",
                       "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
}

}  // namespace laurel::server

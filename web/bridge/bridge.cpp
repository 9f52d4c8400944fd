#include "web/bridge/bridge.h"

#include <emscripten.h>

#include <cassert>
#include <cstdlib>

namespace laurel::web {

FieldWriter& FieldWriter::add(std::string_view field) {
  const auto length = static_cast<std::uint32_t>(field.size());
  for (int shift = 0; shift < 32; shift += 8) {
    bytes_.push_back(static_cast<char>((length >> shift) & 0xff));
  }
  bytes_.append(field);
  return *this;
}

std::string_view FieldReader::next() {
  assert(rest_.size() >= 4);
  std::uint32_t length = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    length |= static_cast<std::uint32_t>(static_cast<unsigned char>(rest_[i])) << (8 * i);
  }
  rest_.remove_prefix(4);
  assert(rest_.size() >= length);
  const std::string_view field = rest_.substr(0, length);
  rest_.remove_prefix(length);
  return field;
}

Incoming::~Incoming() { std::free(buffer_); }

}  // namespace laurel::web

extern "C" EMSCRIPTEN_KEEPALIVE char* laurel_bridge_buffer(int size) {
  char* buffer = static_cast<char*>(std::malloc(size > 0 ? static_cast<std::size_t>(size) : 1));
  assert(buffer != nullptr);
  return buffer;
}

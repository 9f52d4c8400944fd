// How data crosses the border between C++ and the JavaScript libraries of web/: as a list of
// fields, each a length (32 bits, little endian) and its bytes, in one buffer and one call. The
// JavaScript side of it is bridge.js.
//
//   web::FieldWriter fields;
//   fields.add("put").add(store).add(key);
//   laurel_storage_write(…, fields.bytes().data(), fields.size());   // JavaScript copies
//
//   web::Incoming incoming(buffer, length);                          // JavaScript's reply
//   web::FieldReader reader(incoming.bytes());
//   while (!reader.at_end()) … reader.next();
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace laurel::web {

class FieldWriter {
 public:
  FieldWriter& add(std::string_view field);
  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] int size() const { return static_cast<int>(bytes_.size()); }

 private:
  std::string bytes_;
};

/// Reads what bridge.js has written; asserts where the bytes are anything else.
class FieldReader {
 public:
  explicit FieldReader(std::string_view bytes) : rest_(bytes) {}
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  std::string_view next();  // valid as long as the bytes

 private:
  std::string_view rest_;
};

/// Owns a buffer that bridge.js has filled.
class Incoming {
 public:
  Incoming(char* buffer, int length) : buffer_(buffer), length_(length) {}
  Incoming(const Incoming&) = delete;
  Incoming& operator=(const Incoming&) = delete;
  ~Incoming();
  [[nodiscard]] std::string_view bytes() const {
    return {buffer_, static_cast<std::size_t>(length_)};
  }

 private:
  char* buffer_;
  int length_;
};

}  // namespace laurel::web

// PNG files of every form, written by hand over zlib: so that what reads them is not tested by itself.
//
//   tests::png({.width = 60'000, .height = 60'000}, {})      only the header, with nothing behind it
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <zlib.h>

namespace laurel::tests {

inline std::string big_endian(std::uint32_t number, int bytes) {
  std::string text;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
    text.push_back(static_cast<char>((number >> shift) & 0xFF));
  }
  return text;
}

inline std::string png_chunk(const std::string& type, const std::string& data) {
  const std::string typed = type + data;
  const auto crc = ::crc32(0, reinterpret_cast<const Bytef*>(typed.data()),
                           static_cast<uInt>(typed.size()));
  return big_endian(static_cast<std::uint32_t>(data.size()), 4) + typed +
         big_endian(static_cast<std::uint32_t>(crc), 4);
}

struct PngForm {
  std::uint32_t width = 1;
  std::uint32_t height = 1;
  int bits = 8;
  int colour_type = 2;  // RGB
  bool interlaced = false;
  std::string chunks = {};  // between header and pixels
};

/// The bytes of the pixel at (x, y). Bits are 8 or 16.
using PngPixels = std::function<std::string(std::uint32_t x, std::uint32_t y)>;

inline std::string png_rows(const PngForm& form, const PngPixels& pixels) {
  struct Pass {
    std::uint32_t x, y, step_x, step_y;
  };
  const std::vector<Pass> passes =
      form.interlaced ? std::vector<Pass>{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4},
                                          {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}
                      : std::vector<Pass>{{0, 0, 1, 1}};
  std::string rows;
  for (const Pass& pass : passes) {
    for (std::uint32_t y = pass.y; y < form.height && pass.x < form.width; y += pass.step_y) {
      rows.push_back('\0');  // the filter
      for (std::uint32_t x = pass.x; x < form.width; x += pass.step_x) rows += pixels(x, y);
    }
  }
  return rows;
}

inline std::string deflated(const std::string& bytes) {
  uLongf size = ::compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  ::compress2(reinterpret_cast<Bytef*>(out.data()), &size,
              reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()), 9);
  out.resize(size);
  return out;
}

/// Without `pixels` the file ends after its first chunks.
inline std::string png(const PngForm& form, const PngPixels& pixels) {
  std::string header = big_endian(form.width, 4) + big_endian(form.height, 4);
  header += static_cast<char>(form.bits);
  header += static_cast<char>(form.colour_type);
  header += std::string(2, '\0') + (form.interlaced ? '\1' : '\0');
  std::string file = "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", header) + form.chunks;
  if (!pixels) return file;
  file += png_chunk("IDAT", deflated(png_rows(form, pixels)));
  return file + png_chunk("IEND", "");
}

}  // namespace laurel::tests

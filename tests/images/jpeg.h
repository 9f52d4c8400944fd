// JPEG files of every form, and their pixels.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include <jpeglib.h>

namespace laurel::tests {

struct Rgb {
  int red = 0;
  int green = 0;
  int blue = 0;
};

/// The bytes of the pixel at (x, y), in the colour space.
using JpegPixels = std::function<std::string(int x, int y)>;

struct JpegForm {
  int width = 1;
  int height = 1;
  J_COLOR_SPACE colours = JCS_RGB;  // JCS_GRAYSCALE, JCS_RGB, JCS_CMYK
  J_COLOR_SPACE stored = JCS_YCbCr;  // JCS_GRAYSCALE, JCS_YCbCr, JCS_RGB, JCS_CMYK, JCS_YCCK
  bool progressive = false;
};

inline std::string jpeg(const JpegForm& form, const JpegPixels& pixels) {
  jpeg_compress_struct encoder{};
  jpeg_error_mgr errors{};
  encoder.err = jpeg_std_error(&errors);
  jpeg_create_compress(&encoder);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&encoder, &bytes, &size);
  encoder.image_width = static_cast<JDIMENSION>(form.width);
  encoder.image_height = static_cast<JDIMENSION>(form.height);
  encoder.input_components = static_cast<int>(pixels(0, 0).size());
  encoder.in_color_space = form.colours;
  jpeg_set_defaults(&encoder);
  jpeg_set_colorspace(&encoder, form.stored);
  jpeg_set_quality(&encoder, 95, TRUE);
  if (form.progressive) jpeg_simple_progression(&encoder);
  jpeg_start_compress(&encoder, TRUE);
  for (int y = 0; y < form.height; ++y) {
    std::string row;
    for (int x = 0; x < form.width; ++x) row += pixels(x, y);
    JSAMPROW rows[1] = {reinterpret_cast<JSAMPROW>(row.data())};
    jpeg_write_scanlines(&encoder, rows, 1);
  }
  jpeg_finish_compress(&encoder);
  std::string file(reinterpret_cast<const char*>(bytes), size);
  jpeg_destroy_compress(&encoder);
  std::free(bytes);
  return file;
}

/// Of a file that is in order.
struct Decoded {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> bytes;

  [[nodiscard]] Rgb at(int x, int y) const {
    const auto i = static_cast<std::size_t>((y * width + x) * 3);
    return {bytes[i], bytes[i + 1], bytes[i + 2]};
  }
};

inline Decoded decoded(const std::string& file) {
  jpeg_decompress_struct decoder{};
  jpeg_error_mgr errors{};
  decoder.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&decoder);
  jpeg_mem_src(&decoder, reinterpret_cast<const unsigned char*>(file.data()), file.size());
  jpeg_read_header(&decoder, TRUE);
  decoder.out_color_space = JCS_RGB;
  jpeg_start_decompress(&decoder);
  Decoded picture;
  picture.width = static_cast<int>(decoder.image_width);
  picture.height = static_cast<int>(decoder.image_height);
  picture.bytes.resize(static_cast<std::size_t>(picture.width * picture.height * 3));
  while (decoder.output_scanline < decoder.output_height) {
    JSAMPROW rows[1] = {picture.bytes.data() +
                        std::size_t{decoder.output_scanline} * decoder.image_width * 3};
    jpeg_read_scanlines(&decoder, rows, 1);
  }
  jpeg_finish_decompress(&decoder);
  jpeg_destroy_decompress(&decoder);
  return picture;
}

/// With `segment` (0xE1 for Exif) behind the file's first marker.
inline std::string with_segment(const std::string& file, int marker, const std::string& content) {
  const std::size_t length = content.size() + 2;
  std::string segment = "\xFF";
  segment += static_cast<char>(marker);
  segment += static_cast<char>(length >> 8);
  segment += static_cast<char>(length & 0xFF);
  return file.substr(0, 2) + segment + content + file.substr(2);
}

/// Exif with an orientation, and a text that must not stay.
inline std::string exif(int orientation, const std::string& text) {
  using namespace std::string_literals;
  return "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s +
         static_cast<char>(orientation) + "\0\0\0\0\0\0"s + text;
}

}  // namespace laurel::tests

#include "adapters/images/jpeg_writer.h"

#include <cstdlib>

#include "adapters/images/area_scaler.h"
#include "adapters/images/jpeg_errors.h"

namespace laurel::adapters::images {
namespace {

constexpr int quality = 85;

class Encoder {
 public:
  Encoder() { jpeg_.err = trap_.manager(); }
  ~Encoder() {
    jpeg_destroy_compress(&jpeg_);
    std::free(bytes_);
  }
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;

  [[nodiscard]] bool write(const std::uint8_t* rgb, std::size_t side) {
    return trap_.run([this, rgb, side] {
      jpeg_create_compress(&jpeg_);
      jpeg_mem_dest(&jpeg_, &bytes_, &size_);
      jpeg_.image_width = static_cast<JDIMENSION>(side);
      jpeg_.image_height = static_cast<JDIMENSION>(side);
      jpeg_.input_components = static_cast<int>(rgb_bytes);
      jpeg_.in_color_space = JCS_RGB;
      jpeg_set_defaults(&jpeg_);
      jpeg_set_quality(&jpeg_, quality, TRUE);
      jpeg_.optimize_coding = TRUE;
      jpeg_start_compress(&jpeg_, TRUE);
      for (std::size_t y = 0; y < side; ++y) {
        // libjpeg's interface is older than const; it only reads.
        JSAMPROW rows[1] = {const_cast<JSAMPROW>(rgb + y * side * rgb_bytes)};
        jpeg_write_scanlines(&jpeg_, rows, 1);
      }
      jpeg_finish_compress(&jpeg_);
    });
  }

  [[nodiscard]] std::string bytes() const { return {reinterpret_cast<const char*>(bytes_), size_}; }

 private:
  ErrorTrap trap_;
  jpeg_compress_struct jpeg_{};
  unsigned char* bytes_ = nullptr;  // of malloc, libjpeg's choice
  unsigned long size_ = 0;
};

}  // namespace

tl::expected<std::string, ports::ImageFault> write_jpeg(const std::vector<std::uint8_t>& rgb,
                                                        std::size_t side) {
  Encoder encoder;
  // Nothing but memory can be missing here.
  if (!encoder.write(rgb.data(), side)) return tl::unexpected(ports::ImageFault::unsupported);
  return encoder.bytes();
}

}  // namespace laurel::adapters::images

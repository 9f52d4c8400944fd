#include "adapters/images/jpeg_reader.h"

#include <vector>

#include "adapters/images/jpeg_errors.h"

namespace laurel::adapters::images {
namespace {

constexpr long max_memory_bytes = 256L * 1024 * 1024;

/// A progressive file may have a scan of a few bytes for millions of pixels, and thousands of them;
/// encoders write about ten.
constexpr int max_scans = 50;

class Decoder {
 public:
  explicit Decoder(std::string_view file) {
    jpeg_.err = trap_.manager();
    ok_ = trap_.run([this, file] {
      jpeg_create_decompress(&jpeg_);
      jpeg_.mem->max_memory_to_use = max_memory_bytes;
      monitor_.progress_monitor = stop_at_many_scans;
      jpeg_.progress = &monitor_;
      jpeg_mem_src(&jpeg_, reinterpret_cast<const unsigned char*>(file.data()), file.size());
      jpeg_read_header(&jpeg_, TRUE);
    });
  }
  ~Decoder() { jpeg_destroy_decompress(&jpeg_); }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] domain::PictureSize size() const { return {jpeg_.image_width, jpeg_.image_height}; }
  [[nodiscard]] bool is_cmyk() const { return jpeg_.num_components == 4; }
  /// Photoshop writes CMYK with 0 for full ink, and says so by a segment of its own.
  [[nodiscard]] bool is_inverted() const { return jpeg_.saw_Adobe_marker != 0; }

  void start() {
    ok_ = ok_ && trap_.run([this] {
      jpeg_.out_color_space = is_cmyk() ? JCS_CMYK : JCS_RGB;
      jpeg_start_decompress(&jpeg_);
    });
  }

  /// `row` has room for the picture's width.
  void read_row(std::uint8_t* row) {
    ok_ = ok_ && trap_.run([this, row] {
      JSAMPROW rows[1] = {row};
      while (jpeg_read_scanlines(&jpeg_, rows, 1) == 0) {
      }
    });
  }

 private:
  static void stop_at_many_scans(j_common_ptr codec) {
    if (!codec->is_decompressor) return;
    const auto* decoder = reinterpret_cast<j_decompress_ptr>(codec);
    if (decoder->input_scan_number > max_scans) ErrorTrap::leave(codec);
  }

  ErrorTrap trap_;
  jpeg_progress_mgr monitor_{};
  jpeg_decompress_struct jpeg_{};
  bool ok_ = false;
};

/// In place: three bytes are written where four were read.
void cmyk_to_rgb(std::uint8_t* row, std::size_t pixels, bool inverted) {
  const auto light = [inverted](std::uint8_t ink) { return inverted ? ink : 255 - ink; };
  for (std::size_t i = 0; i < pixels; ++i) {
    const std::uint8_t* cmyk = row + i * 4;
    const int black = light(cmyk[3]);
    for (std::size_t channel = 0; channel < rgb_bytes; ++channel) {
      row[i * rgb_bytes + channel] = static_cast<std::uint8_t>(light(cmyk[channel]) * black / 255);
    }
  }
}

}  // namespace

tl::expected<void, ports::ImageFault> read_jpeg(std::string_view file, domain::PictureSize size,
                                                const domain::Square& crop, AreaScaler& scaler) {
  const auto damaged = tl::unexpected(ports::ImageFault::damaged);
  Decoder decoder(file);
  if (!decoder.ok() || decoder.size() != size) return damaged;
  decoder.start();
  const std::size_t channels = decoder.is_cmyk() ? 4 : rgb_bytes;
  const auto left = static_cast<std::size_t>(crop.x);
  std::vector<std::uint8_t> row(static_cast<std::size_t>(size.width) * channels);
  for (std::int64_t y = 0; y < crop.y + crop.size && decoder.ok(); ++y) {
    decoder.read_row(row.data());
    if (!decoder.ok() || y < crop.y) continue;
    std::uint8_t* pixels = row.data() + left * channels;
    if (decoder.is_cmyk()) cmyk_to_rgb(pixels, scaler.from(), decoder.is_inverted());
    scaler.add_row(pixels);
  }
  if (!decoder.ok()) return damaged;
  return {};
}

}  // namespace laurel::adapters::images

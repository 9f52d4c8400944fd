// libjpeg's errors. It leaves by longjmp, which must pass over no object with a destructor: so each
// call into it is made by `run`, whose work holds pointers and numbers alone.
//
//   ErrorTrap trap;
//   decoder.err = trap.manager();
//   if (!trap.run([&] { jpeg_create_decompress(&decoder); })) …
#pragma once

#include <csetjmp>
#include <cstddef>
#include <cstdio>
#include <type_traits>

#include <jerror.h>
#include <jpeglib.h>

namespace laurel::adapters::images {

class ErrorTrap {
 public:
  /// Stays valid as long as the trap, which stays where it is.
  [[nodiscard]] jpeg_error_mgr* manager() {
    jpeg_std_error(&manager_);
    manager_.error_exit = [](j_common_ptr codec) { leave(codec); };
    manager_.emit_message = on_message;
    manager_.output_message = [](j_common_ptr) {};
    return &manager_;
  }

  /// False where libjpeg met an error in it.
  template <class Work>
  [[nodiscard]] bool run(const Work& work) {
    if (setjmp(place_) != 0) return false;
    work();
    return true;
  }

  /// As an error of libjpeg's.
  [[noreturn]] static void leave(j_common_ptr codec) {
    // The manager is the trap's first member, so they share an address.
    std::longjmp(reinterpret_cast<ErrorTrap*>(codec->err)->place_, 1);
  }

 private:
  /// libjpeg would go on with grey where the file is cut off or damaged.
  static void on_message(j_common_ptr codec, int level) {
    if (level >= 0) return;
    switch (codec->err->msg_code) {
      case JWRN_JPEG_EOF:
      case JWRN_HIT_MARKER:
      case JWRN_HUFF_BAD_CODE:
      case JWRN_MUST_RESYNC: leave(codec);
      default: break;
    }
  }

  jpeg_error_mgr manager_{};
  std::jmp_buf place_{};
};

static_assert(std::is_standard_layout_v<ErrorTrap>);

}  // namespace laurel::adapters::images

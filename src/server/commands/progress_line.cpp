#include "server/commands/progress_line.h"

#include <algorithm>

namespace laurel::server {
namespace {

constexpr std::chrono::milliseconds between_frames{100};
constexpr std::size_t bar_width = 20;

std::string bar(std::size_t done, std::size_t of) {
  const std::size_t full = of == 0 ? bar_width : done * bar_width / of;
  return "[" + std::string(full, '#') + std::string(bar_width - full, ' ') + "]";
}

}  // namespace

void ProgressLine::show(std::size_t done, std::size_t of) {
  const Time::time_point now = Time::now();
  const std::size_t tenths = of == 0 ? 10 : done * 10 / of;
  const bool finished = done == of;
  if (on_terminal_ ? now - shown_ < between_frames && !finished : tenths == tenths_) return;
  shown_ = now;
  tenths_ = tenths;
  const double seconds = std::max(std::chrono::duration<double>(now - started_).count(), 0.001);
  std::fprintf(out_, "%s%s  %s  %3zu %%  %zu of %zu %s, %.0f/s%s", on_terminal_ ? "\r" : "",
               task_.c_str(), bar(done, of).c_str(), of == 0 ? 100 : done * 100 / of, done, of,
               unit_.c_str(), static_cast<double>(done) / seconds, on_terminal_ ? "\x1B[K" : "\n");
  std::fflush(out_);
}

void ProgressLine::end() {
  if (on_terminal_) std::fputs("\n", out_);
}

}  // namespace laurel::server

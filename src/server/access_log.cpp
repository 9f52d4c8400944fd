#include "server/access_log.h"

#include <algorithm>
#include <array>

#include "base/time.h"

namespace laurel::server {
namespace {

constexpr std::size_t max_path_bytes = 200;

/// A client chooses its method and path: nothing of them may forge a line or colour a terminal.
std::string visible(std::string_view text) {
  std::string out(text.substr(0, max_path_bytes));
  std::replace_if(out.begin(), out.end(), [](char c) { return c <= ' ' || c >= 0x7F; }, '?');
  return out;
}

}  // namespace

void AccessLog::request(const AccessEntry& entry) {
  std::array<char, 64> figures{};
  std::snprintf(figures.data(), figures.size(), " %.1f ms %llu B",
                static_cast<double>(entry.took.count()) / 1000.0,
                static_cast<unsigned long long>(entry.bytes));
  line(std::to_string(entry.status) + " " + visible(entry.method) + " " + visible(entry.path) +
       figures.data());
}

void AccessLog::error(const base::Error& error) { line("error: " + error.context); }

void AccessLog::line(const std::string& text) {
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const std::lock_guard lock(mutex_);
  std::fprintf(file_, "%s %s\n", base::format_instant(now).c_str(), text.c_str());
  std::fflush(file_);
}

}  // namespace laurel::server
